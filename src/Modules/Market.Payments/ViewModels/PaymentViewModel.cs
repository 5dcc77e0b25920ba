using Market.Ledger;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments.ViewModels;

/// <summary>The form for a payment received or a refund given.</summary>
public class PaymentViewModel : MoneyFormViewModel
{
    public string? Method { get; set; }

    public string? OrderId { get; set; }

    public Dictionary<string, string?> Details { get; set; } = [];

    [BindNever]
    public bool IsRefund { get; set; }

    [BindNever]
    public IReadOnlyList<IPaymentMethod> Methods { get; set; } = [];

    [BindNever]
    public IReadOnlyList<OrderStanding> Orders { get; set; } = [];
}
