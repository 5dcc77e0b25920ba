using Market.Ledger.Closings;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class ClosingIndex : MapIndex
{
    /// <summary>The <see cref="ClosingKind"/> by its name.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The period's name: <c>2026-11-24</c>, <c>2026-11</c> or <c>2026</c>. Unique: names of different kinds differ.</summary>
    public string Period { get; set; } = string.Empty;

    /// <summary>The period's end, in milliseconds since 1970 (UTC).</summary>
    public long EndMilliseconds { get; set; }
}

public sealed class ClosingIndexProvider : IndexProvider<Closing>
{
    public ClosingIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<Closing> context) => context
        .For<ClosingIndex>()
        .Map(closing => new ClosingIndex
        {
            Kind = closing.Period.Kind.ToString(),
            Period = closing.Period.Key,
            EndMilliseconds = closing.Period.To.ToUnixTimeMilliseconds(),
        });
}
