using System.Globalization;
using Market.Orders.Models;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds distributions by their day and their order window.</summary>
public sealed class DistributionIndex : MapIndex
{
    /// <summary>The distribution.</summary>
    public string ContentItemId { get; set; } = string.Empty;

    /// <summary>Its day as <c>yyyy-MM-dd</c>, which sorts and has no time zone to go wrong.</summary>
    public string Date { get; set; } = string.Empty;

    /// <summary>From when members order.</summary>
    public DateTime OpensUtc { get; set; }

    /// <summary>Until when members order.</summary>
    public DateTime ClosesUtc { get; set; }

    /// <summary>Whether this version is the public one.</summary>
    public bool Published { get; set; }

    /// <summary>How a day is written in <see cref="Date"/>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Fills <see cref="DistributionIndex"/>.</summary>
public sealed class DistributionIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<DistributionIndex>()
        .When(item => item.ContentType == OrdersConstants.Distribution && (item.Published || item.Latest))
        .Map(item =>
        {
            var distribution = Distribution.Of(item);
            return new DistributionIndex
            {
                ContentItemId = item.ContentItemId,
                Date = DistributionIndex.Day(distribution.Date),
                OpensUtc = distribution.OpensUtc,
                ClosesUtc = distribution.ClosesUtc,
                Published = item.Published,
            };
        });
}
