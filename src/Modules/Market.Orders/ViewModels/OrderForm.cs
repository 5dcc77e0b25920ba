namespace Market.Orders.ViewModels;

/// <summary>What the forms about an order post. Each uses what it needs of it.</summary>
public class OrderForm
{
    /// <summary>The account, where a coordinator orders for it.</summary>
    public string? AccountId { get; set; }

    /// <summary>The distribution that is ordered for.</summary>
    public string? DistributionId { get; set; }

    /// <summary>The form's key.</summary>
    public string? FormKey { get; set; }

    /// <summary>The order that is changed or cancelled.</summary>
    public string? OrderId { get; set; }

    /// <summary>The revision of the order that the form showed.</summary>
    public int Revision { get; set; }

    /// <summary>What the basket cost when it was looked at, in minor units; none where that was not said.</summary>
    public long? Seen { get; set; }

    /// <summary>What was typed for each product, by product id.</summary>
    public Dictionary<string, string?> Quantities { get; set; } = [];
}
