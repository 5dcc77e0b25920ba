using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>A distribution's card payments, and what settling it transfers.</summary>
public class SettlementSheetViewModel
{
    public required SettlementSheet Sheet { get; init; }

    public required bool MaySettle { get; init; }
}
