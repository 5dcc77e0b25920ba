using System.Globalization;
using Market.Ledger.Drawers;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class DrawerEntryIndex : MapIndex
{
    /// <summary>Its place among all entries of cash drawers. Unique.</summary>
    public long Sequence { get; set; }

    public string DrawerId { get; set; } = string.Empty;

    public string Movement { get; set; } = string.Empty;

    /// <summary>The day, <c>yyyy-MM-dd</c>.</summary>
    public string OccurredOn { get; set; } = string.Empty;

    /// <summary>When it was recorded, in milliseconds since 1970 (UTC).</summary>
    public long RecordedMilliseconds { get; set; }

    /// <summary>Unique: the hash of the idempotency key.</summary>
    public string KeyHash { get; set; } = string.Empty;

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class DrawerEntryIndexProvider : IndexProvider<DrawerEntry>
{
    public DrawerEntryIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<DrawerEntry> context) => context
        .For<DrawerEntryIndex>()
        .Map(entry => new DrawerEntryIndex
        {
            Sequence = entry.Sequence,
            DrawerId = entry.DrawerId,
            Movement = entry.Movement.ToString(),
            OccurredOn = DrawerEntryIndex.Day(entry.OccurredOn),
            RecordedMilliseconds = entry.RecordedAt.ToUnixTimeMilliseconds(),
            KeyHash = KeyHash.Of(entry.IdempotencyKey),
        });
}
