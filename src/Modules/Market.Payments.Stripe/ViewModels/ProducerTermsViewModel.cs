using Market.Ledger.Settlements;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The form that links a producer.</summary>
public class ProducerTermsViewModel
{
    public string? StripeAccountId { get; set; }

    public string? Commission { get; set; }

    public string? MailAddress { get; set; }

    /// <summary>The account whose name was shown, and that is saved by a second press.</summary>
    public string? Confirmed { get; set; }

    [BindNever]
    [ValidateNever]
    public Seller Seller { get; set; } = null!;

    /// <summary>Whose the account is at Stripe.</summary>
    [BindNever]
    [ValidateNever]
    public string? AccountName { get; set; }

    /// <summary>The other producers who are paid to the same account.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<string> SharedWith { get; set; } = [];
}
