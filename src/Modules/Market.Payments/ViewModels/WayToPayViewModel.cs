using Market.Ledger;
using Market.Payments.Models;

namespace Market.Payments.ViewModels;

/// <summary>What the sentence on how to pay by one method needs.</summary>
public class WayToPayViewModel
{
    public IPaymentMethod Method { get; set; } = null!;

    public ClientAccount Account { get; set; } = null!;

    public PaymentsSettings Settings { get; set; } = null!;

    /// <summary>What the account has to pay: zero or more.</summary>
    public Money Due { get; set; }

    /// <summary>The account's payment link, where whoever pays may not be signed in; none for a member on their own pages.</summary>
    public Uri? PayLink { get; set; }

    /// <summary>The token of <see cref="PayLink"/>, for forms that are sent from it.</summary>
    public string? PayToken => PayLink?.Segments[^1];
}
