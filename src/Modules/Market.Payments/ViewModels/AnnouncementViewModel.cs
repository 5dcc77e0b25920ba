using Market.Ledger.Methods;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>The form for a payment that is promised.</summary>
public class AnnouncementViewModel : MoneyFormViewModel
{
    public string? Method { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<IPaymentMethod> Methods { get; set; } = [];
}
