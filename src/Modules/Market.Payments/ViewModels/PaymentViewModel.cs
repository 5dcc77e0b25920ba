using Market.Ledger.Allocations;
using Market.Ledger.Methods;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>The form for a payment received or a refund given.</summary>
public class PaymentViewModel : MoneyFormViewModel
{
    public string? Method { get; set; }

    public string? OrderId { get; set; }

    public Dictionary<string, string?> Details { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public bool IsRefund { get; set; }

    [BindNever]
    [ValidateNever]
    public bool PaymentsActive { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<IPaymentMethod> Methods { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<OrderStanding> Orders { get; set; } = [];
}
