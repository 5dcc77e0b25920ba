using Market.Orders.Models;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds products by their producer.</summary>
public sealed class ProductIndex : MapIndex
{
    /// <summary>The product.</summary>
    public string ContentItemId { get; set; } = string.Empty;

    /// <summary>Its producer.</summary>
    public string ProducerId { get; set; } = string.Empty;

    /// <summary>Whether this version is the public one.</summary>
    public bool Published { get; set; }
}

/// <summary>Fills <see cref="ProductIndex"/>.</summary>
public sealed class ProductIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ProductIndex>()
        .When(item => item.ContentType == OrdersConstants.Product && (item.Published || item.Latest))
        .Map(item => new ProductIndex
        {
            ContentItemId = item.ContentItemId,
            ProducerId = Product.Of(item).ProducerId,
            Published = item.Published,
        });
}
