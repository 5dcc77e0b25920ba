using System.Globalization;
using Market.Ledger.Payouts;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class PayoutEntryIndex : MapIndex
{
    /// <summary>Its place among all that is booked of payouts. Unique.</summary>
    public long Sequence { get; set; }

    /// <summary>The hash of the provider's method and id: a database may compare texts without their case.</summary>
    public string PayoutHash { get; set; } = string.Empty;

    /// <summary>The day, <c>yyyy-MM-dd</c>.</summary>
    public string OccurredOn { get; set; } = string.Empty;

    /// <summary>When it was recorded, in milliseconds since 1970 (UTC).</summary>
    public long RecordedMilliseconds { get; set; }

    internal static string HashOf(string method, string payoutId) => KeyHash.Of(method + "\n" + payoutId);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class PayoutEntryIndexProvider : IndexProvider<PayoutEntry>
{
    public PayoutEntryIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<PayoutEntry> context) => context
        .For<PayoutEntryIndex>()
        .Map(entry => new PayoutEntryIndex
        {
            Sequence = entry.Sequence,
            PayoutHash = PayoutEntryIndex.HashOf(entry.Method, entry.PayoutId),
            OccurredOn = PayoutEntryIndex.Day(entry.OccurredOn),
            RecordedMilliseconds = entry.RecordedAt.ToUnixTimeMilliseconds(),
        });
}
