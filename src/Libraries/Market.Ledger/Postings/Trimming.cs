using Market.Ledger.Pending;

namespace Market.Ledger.Postings;

/// <summary>What people and programs hand in, brought to one form: no blanks around a text, nothing instead of an empty one, whole milliseconds.</summary>
internal static class Trimming
{
    public static Posting Trimmed(this Posting posting) => posting with
    {
        Method = NullIfBlank(posting.Method),
        OrderId = NullIfBlank(posting.OrderId),
        DistributionId = NullIfBlank(posting.DistributionId),
        Memo = NullIfBlank(posting.Memo),
        Details = Trimmed(posting.Details),
    };

    public static Announcement Trimmed(this Announcement announcement) => announcement with
    {
        Method = announcement.Method.Trim(),
        OrderId = NullIfBlank(announcement.OrderId),
        DistributionId = NullIfBlank(announcement.DistributionId),
        Memo = NullIfBlank(announcement.Memo),
        Details = Trimmed(announcement.Details),
    };

    public static bool SameAs(this IReadOnlyDictionary<string, string> details, IReadOnlyDictionary<string, string> others) =>
        details.Count == others.Count
        && details.All(detail => others.TryGetValue(detail.Key, out var value) && value == detail.Value);

    public static DateTimeOffset ToTheMillisecond(this DateTime utc) =>
        new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static Dictionary<string, string> Trimmed(IReadOnlyDictionary<string, string> details) => details
        .Where(detail => !string.IsNullOrWhiteSpace(detail.Value))
        .ToDictionary(detail => detail.Key, detail => detail.Value.Trim(), StringComparer.Ordinal);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
