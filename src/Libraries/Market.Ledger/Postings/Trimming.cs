using Market.Ledger.Pending;

namespace Market.Ledger.Postings;

/// <summary>What people and programs hand in, brought to one form: texts on one line without blanks around them, nothing instead of an empty one, whole milliseconds.</summary>
internal static class Trimming
{
    public static Posting Trimmed(this Posting posting) => posting with
    {
        Method = NullIfBlank(posting.Method),
        OrderId = NullIfBlank(posting.OrderId),
        DistributionId = NullIfBlank(posting.DistributionId),
        Memo = OneLine.OrNull(posting.Memo),
        Details = Trimmed(posting.Details),
    };

    public static Announcement Trimmed(this Announcement announcement) => announcement with
    {
        Method = announcement.Method.Trim(),
        OrderId = NullIfBlank(announcement.OrderId),
        DistributionId = NullIfBlank(announcement.DistributionId),
        Memo = OneLine.OrNull(announcement.Memo),
        Details = Trimmed(announcement.Details),
    };

    public static bool SameAs(this IReadOnlyDictionary<string, string> details, IReadOnlyDictionary<string, string> others) =>
        details.Count == others.Count
        && details.All(detail => others.TryGetValue(detail.Key, out var value) && value == detail.Value);

    public static DateTimeOffset ToTheMillisecond(this DateTime utc) =>
        new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static IReadOnlyDictionary<string, string> Trimmed(IReadOnlyDictionary<string, string> details)
    {
        if (details.Count == 0)
        {
            return Operation.NoDetails;
        }

        var trimmed = new Dictionary<string, string>(details.Count, StringComparer.Ordinal);
        foreach (var (name, value) in details)
        {
            if (OneLine.OrNull(value) is { } line)
            {
                trimmed.Add(name, line);
            }
        }

        return trimmed;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
