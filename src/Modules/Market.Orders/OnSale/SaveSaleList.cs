using Market.Orders.Models;

namespace Market.Orders.OnSale;

/// <summary>A request to put products on sale at a distribution.</summary>
public sealed record SaveSaleList
{
    /// <summary>The distribution.</summary>
    public required string DistributionId { get; init; }

    /// <summary>What is on sale; nothing to take the list away, so that all products are sold again.</summary>
    public required IReadOnlyCollection<SaleItem> Items { get; init; }

    /// <summary>The <see cref="SaleLists.StampOf"/> of the list that was changed; another one means that somebody was quicker.</summary>
    public required string Stamp { get; init; }
}
