using Market.Ledger;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments.ViewModels;

/// <summary>The form that reverses one operation.</summary>
public class ReversalViewModel
{
    public string? Key { get; set; }

    public string? Reason { get; set; }

    [BindNever]
    public ClientAccount Account { get; set; } = null!;

    [BindNever]
    public Operation Operation { get; set; } = null!;
}
