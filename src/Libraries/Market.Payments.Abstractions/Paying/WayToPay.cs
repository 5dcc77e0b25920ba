using Market.Ledger.Amounts;
using Market.Ledger.Methods;

namespace Market.Payments;

/// <summary>
/// What the template that says how to pay by one method is given: <c>WayToPay-{name}.cshtml</c> on a page,
/// <c>WayToPay-{name}.Mail.cshtml</c> in a mail, from the module that brings the method; the name without its hyphens. A bag of properties,
/// which Orchard's shapes need.
/// </summary>
public class WayToPay
{
    /// <summary>The method.</summary>
    public IPaymentMethod Method { get; set; } = null!;

    /// <summary>The account that pays.</summary>
    public ClientAccount Account { get; set; } = null!;

    /// <summary>What the market has set about paying.</summary>
    public PaymentDetails Details { get; set; } = new();

    /// <summary>What the account has to pay: zero or more.</summary>
    public Money Due { get; set; }

    /// <summary>The account's payment link, where whoever pays may not be signed in; none for a member on their own pages.</summary>
    public Uri? PayLink { get; set; }

    /// <summary>The token of <see cref="PayLink"/>, for forms that are sent from it.</summary>
    public string? PayToken => PayLink?.Segments[^1];
}
