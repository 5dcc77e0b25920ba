using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Orders.ViewModels;

/// <summary>The form on which a coordinator says what came of an order's lines, what they weigh and what they cost. Each is by product id.</summary>
public class OrderCorrectionViewModel
{
    /// <summary>The revision of the order that the form showed.</summary>
    public int Revision { get; set; }

    /// <summary>How many came, as it was typed.</summary>
    public Dictionary<string, string?> Came { get; set; } = [];

    /// <summary>What the scale showed, as it was typed.</summary>
    public Dictionary<string, string?> Weights { get; set; } = [];

    /// <summary>What each line costs, as it was typed.</summary>
    public Dictionary<string, string?> Costs { get; set; } = [];

    /// <summary>What each line cost when the form was made: a cost that was left as it was is none that somebody typed.</summary>
    public Dictionary<string, string?> Shown { get; set; } = [];

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
