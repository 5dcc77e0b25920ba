using Market.Ledger.Allocations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>The form for a correction: in the member's favour, or not.</summary>
public class AdjustmentViewModel : MoneyFormViewModel
{
    public bool InFavour { get; set; }

    public string? OrderId { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<OrderStanding> Orders { get; set; } = [];
}
