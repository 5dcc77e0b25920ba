using Market.Orders.Models;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds what was told of a distribution; its unique column lets one server tell it.</summary>
public sealed class DistributionNoticeIndex : MapIndex
{
    /// <summary>The distribution. Unique.</summary>
    public string DistributionId { get; set; } = string.Empty;
}

/// <summary>Fills <see cref="DistributionNoticeIndex"/>.</summary>
public sealed class DistributionNoticeIndexProvider : IndexProvider<DistributionNotice>
{
    /// <summary>Makes the provider one of the orders' collection.</summary>
    public DistributionNoticeIndexProvider() => CollectionName = OrdersConstants.Collection;

    public override void Describe(DescribeContext<DistributionNotice> context) => context.For<DistributionNoticeIndex>()
        .Map(notice => new DistributionNoticeIndex { DistributionId = notice.DistributionId });
}
