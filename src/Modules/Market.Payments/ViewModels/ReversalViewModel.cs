using Market.Ledger;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>The form that reverses one operation.</summary>
public class ReversalViewModel
{
    public string? Key { get; set; }

    public string? Reason { get; set; }

    [BindNever]
    [ValidateNever]
    public ClientAccount Account { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public Operation Operation { get; set; } = null!;
}
