using Market.Ledger.Settlements;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The form that links a producer.</summary>
public class ProducerTermsViewModel
{
    public string? StripeAccountId { get; set; }

    public string? Commission { get; set; }

    [BindNever]
    [ValidateNever]
    public Seller Seller { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public bool IsLinked { get; set; }
}
