using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Market.Payments.FireTests.Closings;

/// <summary>
/// Computes an archive's hashes from its JSON lines alone, by docs/ledger-format.md: it shares no code with the ledger, as somebody who
/// checks an archive in ten years shares none.
/// </summary>
internal static class ArchiveReader
{
    private static readonly string[] Totals = ["Operations", "Debits", "Credits", "Net"];

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : string.Empty;

    public static long Units(JsonElement line, string name) => long.Parse(Text(line, name).Split(' ')[0], CultureInfo.InvariantCulture);

    public static string Operation(JsonElement line)
    {
        var form = new StringBuilder("market-ledger/1\n");
        Line(form, "id", Text(line, "Id"));
        Line(form, "account", Text(line, "AccountId"));
        Line(form, "sequence", Text(line, "Sequence"));
        Line(form, "kind", Text(line, "Kind"));
        Line(form, "amount", Text(line, "Amount").Split(' ')[0]);
        Line(form, "currency", Text(line, "Amount").Split(' ')[1]);
        Line(form, "method", Text(line, "Method"));
        Line(form, "order", Text(line, "OrderId"));
        Line(form, "distribution", Text(line, "DistributionId"));
        if (line.TryGetProperty("Details", out var details))
        {
            foreach (var detail in details.EnumerateObject().OrderBy(detail => detail.Name, StringComparer.Ordinal))
            {
                Line(form, "detail." + Escaped(detail.Name).Replace("=", "\\e", StringComparison.Ordinal), detail.Value.GetString()!);
            }
        }

        Line(form, "memo", Text(line, "Memo"));
        Line(form, "occurred-on", Text(line, "OccurredOn"));
        Line(form, "recorded-at", Instant(Text(line, "RecordedAt")));
        Line(form, "recorded-by", Text(line, "RecordedBy"));
        Line(form, "reverses", Text(line, "Reverses"));
        Line(form, "key", Text(line, "IdempotencyKey"));
        Line(form, "previous", Text(line, "PreviousHash"));
        return form.ToString();
    }

    public static string Closing(JsonElement line)
    {
        var period = line.GetProperty("Period");
        var form = new StringBuilder("market-closing/1\n");
        Line(form, "kind", Text(period, "Kind"));
        Line(form, "period", Text(period, "Key"));
        Line(form, "from", Instant(Text(period, "From")));
        Line(form, "to", Instant(Text(period, "To")));
        Line(form, "currency", Text(line.GetProperty("Totals"), "Debits").Split(' ')[1]);
        foreach (var (prefix, name) in new[] { (string.Empty, "Totals"), ("perpetual-", "Perpetual") })
        {
            foreach (var total in Totals)
            {
                Line(form, prefix + total.ToLowerInvariant(), Text(line.GetProperty(name), total).Split(' ')[0]);
            }
        }

        Line(form, "accounts", Text(line, "Accounts"));
        Line(form, "root", Text(line, "Root"));
        Line(form, "closed-at", Instant(Text(line, "ClosedAt")));
        Line(form, "previous", Text(line, "PreviousHash"));
        return form.ToString();
    }

    /// <summary>The heads' text of everything in these lines.</summary>
    public static string Heads(IEnumerable<JsonElement> operations)
    {
        var form = new StringBuilder("market-heads/1\n");
        foreach (var account in operations.GroupBy(line => Text(line, "AccountId")).OrderBy(account => account.Key, StringComparer.Ordinal))
        {
            var last = account.MaxBy(line => line.GetProperty("Sequence").GetInt64());
            form.Append(CultureInfo.InvariantCulture, $"{Text(last, "Sequence")} {account.Sum(line => Units(line, "Amount"))} {Text(last, "Hash")} {Escaped(account.Key)}\n");
        }

        return form.ToString();
    }

    private static void Line(StringBuilder form, string name, string value) => form.Append(name).Append('=').Append(Escaped(value)).Append('\n');

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal);

    private static string Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
