using Market.Orders.Models;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds what producers were written of a distribution; its unique column lets one server write it.</summary>
public sealed class ProducerNoticeIndex : MapIndex
{
    /// <summary>The distribution.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>The distribution and the producer. Unique.</summary>
    public string NoticeKey { get; set; } = string.Empty;

    /// <summary>What <see cref="NoticeKey"/> is.</summary>
    public static string KeyOf(string distributionId, string producerId) => $"{distributionId}:{producerId}";
}

/// <summary>Fills <see cref="ProducerNoticeIndex"/>.</summary>
public sealed class ProducerNoticeIndexProvider : IndexProvider<ProducerNotice>
{
    /// <summary>Makes the provider one of the orders' collection.</summary>
    public ProducerNoticeIndexProvider() => CollectionName = OrdersConstants.Collection;

    public override void Describe(DescribeContext<ProducerNotice> context) => context.For<ProducerNoticeIndex>()
        .Map(notice => new ProducerNoticeIndex
        {
            DistributionId = notice.DistributionId,
            NoticeKey = ProducerNoticeIndex.KeyOf(notice.DistributionId, notice.ProducerId),
        });
}
