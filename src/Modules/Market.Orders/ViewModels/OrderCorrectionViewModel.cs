using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Orders.ViewModels;

/// <summary>The form on which a coordinator says what lines of an order cost once they are weighed or priced anew.</summary>
public class OrderCorrectionViewModel
{
    /// <summary>The revision of the order that the form showed.</summary>
    public int Revision { get; set; }

    /// <summary>What was typed for each line, by product id.</summary>
    public Dictionary<string, string?> Costs { get; set; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The order.</summary>
    [BindNever]
    [ValidateNever]
    public Order Order { get; set; } = null!;

    /// <summary>The account that pays; null where it is unknown.</summary>
    [BindNever]
    [ValidateNever]
    public ClientAccount? Account { get; set; }

    /// <summary>The currency of the order.</summary>
    [BindNever]
    [ValidateNever]
    public Currency Currency { get; set; } = null!;
}
