using Market.Ledger.Methods;
using Market.Ledger.Pending;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>The form for what became of an announced payment: it arrived, or it will not.</summary>
public class PendingViewModel
{
    /// <summary>What arrived.</summary>
    public string? Amount { get; set; }

    /// <summary>The market's day it arrived, as the browser's date field sends it.</summary>
    public string? OccurredOn { get; set; }

    /// <summary>What the method asks for and the announcement left open.</summary>
    public Dictionary<string, string?> Details { get; set; } = [];

    /// <summary>Why it will not arrive.</summary>
    public string? Reason { get; set; }

    [BindNever]
    [ValidateNever]
    public ClientAccount Account { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public PendingPayment Payment { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<PaymentField> Fields { get; set; } = [];
}
