using Market.Payments.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

public class ClientAccountPartViewModel
{
    public string? Name { get; set; }

    /// <summary>The user name or mail address of the member's login.</summary>
    public string? Login { get; set; }

    public string? Floor { get; set; }

    public bool IsClosed { get; set; }

    [BindNever]
    [ValidateNever]
    public ClientAccountPart Part { get; set; } = null!;
}
