using Market.Ledger.Cheques;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Banking.ViewModels;

/// <summary>One cheque, with what may be noted of it.</summary>
public class ChequeViewModel
{
    /// <summary>As the browser's date field sends it.</summary>
    public string? BankOn { get; set; }

    public string? Drawer { get; set; }

    /// <summary>Why it is given back, or why the bank did not pay it.</summary>
    public string? Reason { get; set; }

    /// <summary>The day the bank took the money back.</summary>
    public string? OccurredOn { get; set; }

    /// <summary>The fee that the client is charged, as it was typed.</summary>
    public string? Amount { get; set; }

    [BindNever]
    [ValidateNever]
    public Cheque Cheque { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public ClientAccount? Account { get; set; }

    [BindNever]
    [ValidateNever]
    public DateOnly Today { get; set; }

    [BindNever]
    [ValidateNever]
    public bool MayRecord { get; set; }

    [BindNever]
    [ValidateNever]
    public bool MayCorrect { get; set; }
}
