using System.Globalization;
using Market.Payments.Counter.Models;
using YesSql.Indexes;

namespace Market.Payments.Counter.Indexes;

/// <summary>Finds the closings of distributions.</summary>
public sealed class ClosedDistributionIndex : MapIndex
{
    /// <summary>The distribution.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>Which closing of it this is.</summary>
    public int Number { get; set; }

    /// <summary>Unique: a distribution has one closing of a number.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>The market's day, <c>yyyy-MM-dd</c>.</summary>
    public string Day { get; set; } = string.Empty;

    /// <summary>When it was closed, in Unix milliseconds.</summary>
    public long ClosedMilliseconds { get; set; }

    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string PlaceOf(string distributionId, int number) => string.Create(CultureInfo.InvariantCulture, $"{distributionId} {number}");
}

/// <summary>Fills <see cref="ClosedDistributionIndex"/>.</summary>
public sealed class ClosedDistributionIndexProvider : IndexProvider<ClosedDistribution>
{
    public ClosedDistributionIndexProvider() => CollectionName = CounterCollection.Name;

    public override void Describe(DescribeContext<ClosedDistribution> context) => context
        .For<ClosedDistributionIndex>()
        .Map(closed => new ClosedDistributionIndex
        {
            DistributionId = closed.Closing.DistributionId,
            Number = closed.Closing.Number,
            Place = ClosedDistributionIndex.PlaceOf(closed.Closing.DistributionId, closed.Closing.Number),
            Day = ClosedDistributionIndex.DayOf(closed.Closing.Day),
            ClosedMilliseconds = closed.Closing.ClosedAt.ToUnixTimeMilliseconds(),
        });
}
