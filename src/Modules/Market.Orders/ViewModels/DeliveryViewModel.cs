using Market.Ledger.Amounts;
using Market.Orders.Deliveries;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Market.Orders.ViewModels;

/// <summary>The page on which a coordinator says what is otherwise with a delivery, looks at what that comes to, and corrects it.</summary>
public class DeliveryViewModel
{
    /// <summary>The product or the producer: <c>product:</c> or <c>producer:</c> and its id.</summary>
    public string? What { get; set; }

    /// <summary>What is otherwise.</summary>
    public DeliveryNews News { get; set; }

    /// <summary>How many each order has at most, as it was typed.</summary>
    public string? Most { get; set; }

    /// <summary>The price, as it was typed.</summary>
    public string? Price { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>How many orders the preview showed.</summary>
    public int Count { get; set; }

    /// <summary>What the preview said they cost less, in minor units.</summary>
    public long SavedMinorUnits { get; set; }

    /// <summary>The form's key.</summary>
    public string? FormKey { get; set; }

    /// <summary>The distribution.</summary>
    [BindNever]
    [ValidateNever]
    public Distribution Distribution { get; set; } = null!;

    /// <summary>What can be chosen, by kind.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<SelectListItem> Choices { get; set; } = [];

    /// <summary>What would be corrected; null where nothing is asked yet.</summary>
    [BindNever]
    [ValidateNever]
    public DeliveryPlan? Plan { get; set; }

    /// <summary>The accounts of the plan's orders, by id.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyDictionary<string, ClientAccount> Accounts { get; set; } = new Dictionary<string, ClientAccount>();

    /// <summary>What was corrected before, the last first.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<DeliveryCorrection> Before { get; set; } = [];

    /// <summary>The market's currency.</summary>
    [BindNever]
    [ValidateNever]
    public Currency Currency { get; set; } = null!;
}
