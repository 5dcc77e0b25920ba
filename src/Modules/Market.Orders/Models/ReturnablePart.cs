using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>Packaging that goes out for a deposit and comes back; the name is the content item's title. To retire one it is unpublished.</summary>
public sealed class ReturnablePart : ContentPart
{
    /// <summary>The deposit on one, in minor units of the market's currency: above zero.</summary>
    public long DepositMinorUnits { get; set; }
}
