using Market.Payments.Stripe.Settlements;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>A distribution's card payments, and what settling it transfers.</summary>
public class SettlementSheetViewModel
{
    public required SettlementSheet Sheet { get; init; }

    /// <summary>The clients whose orders should be changed first.</summary>
    public required IReadOnlyList<ClientAccount> ToChange { get; init; }

    public required bool MaySettle { get; init; }

    /// <summary>Where the distribution is closed, while it is not; none where it is, or where nothing closes distributions.</summary>
    public string? ToClose { get; init; }
}
