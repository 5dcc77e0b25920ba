using Market.Ledger.Amounts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>What every form that posts carries.</summary>
public abstract class MoneyFormViewModel
{
    /// <summary>Made when the form is shown: a double tap or a reload posts once.</summary>
    public string? Key { get; set; }

    public string? Amount { get; set; }

    /// <summary>The market's day, as the browser's date field sends it.</summary>
    public string? OccurredOn { get; set; }

    public string? Memo { get; set; }

    [BindNever]
    [ValidateNever]
    public ClientAccount Account { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public Money Balance { get; set; }
}
