using Market.Ledger.Amounts;
using Market.Payments.Stripe.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The form that gives money back by card.</summary>
public class CardRefundViewModel
{
    public string? Key { get; set; }

    public string? Amount { get; set; }

    public string? Reason { get; set; }

    /// <summary>Whether it was looked at a second time.</summary>
    public bool Confirmed { get; set; }

    [BindNever]
    [ValidateNever]
    public CardPayment Payment { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public ClientAccount? Account { get; set; }

    /// <summary>What is about to be given back, on the second look.</summary>
    [BindNever]
    [ValidateNever]
    public Money? ToConfirm { get; set; }
}
