using Market.Payments.Banking.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Banking.ViewModels;

public class BankViewModel
{
    /// <summary>The day up to which transfers are recorded, as the browser's date field sends it.</summary>
    public string? OccurredOn { get; set; }

    [BindNever]
    [ValidateNever]
    public BankState State { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public DateOnly Today { get; set; }

    [BindNever]
    [ValidateNever]
    public bool MayRecord { get; set; }
}
