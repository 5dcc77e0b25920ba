using System.Text.Json;
using Market.Ledger.Payouts;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using Microsoft.Extensions.Options;
using OrchardCore.Json;
using YesSql;

namespace Market.Payments.Payouts;

/// <summary>Reads the chain of payouts as it is committed: for the verification, the closings and the archive.</summary>
public sealed class PayoutChain(ISession session, LedgerTables tables, IOptions<DocumentJsonSerializerOptions> json)
{
    /// <summary>The kept head, and all entries by their places: none for one that cannot be read, or whose index says something else.</summary>
    public async Task<(PayoutHead Kept, IReadOnlyList<PayoutEntry?> Entries)> ReadAsync()
    {
        var kept = (await tables.QueryAsync<HeadRow>(
            session,
            $"SELECT [Sequence], [Hash], (SELECT MAX([Sequence]) FROM {tables.PayoutEntries}) AS [LastPlace] FROM {tables.Payouts}")).SingleOrDefault() ?? new HeadRow();

        // What was booked after the head was read is for the next verification.
        var last = (kept.LastPlace ?? 0) == kept.Sequence ? kept.Sequence : long.MaxValue;
        return (new PayoutHead(kept.Sequence, kept.Hash), await EntriesAsync("e.[Sequence] <= @last", new { last }));
    }

    /// <summary>What was booked in this stretch of time, its end not included.</summary>
    public async Task<IReadOnlyList<PayoutEntry>> RecordedAsync(DateTimeOffset from, DateTimeOffset to) =>
    [
        .. (await EntriesAsync(
            "e.[RecordedMilliseconds] >= @from AND e.[RecordedMilliseconds] < @to",
            new { from = from.ToUnixTimeMilliseconds(), to = to.ToUnixTimeMilliseconds() })).OfType<PayoutEntry>(),
    ];

    /// <summary>Where the chain stood at an instant; none where nothing was booked by then.</summary>
    public async Task<PayoutHead?> HeadAtAsync(DateTimeOffset end)
    {
        var milliseconds = end.ToUnixTimeMilliseconds();
        return await session
            .Query<PayoutEntry, PayoutEntryIndex>(index => index.RecordedMilliseconds < milliseconds, LedgerCollection.Name)
            .OrderByDescending(index => index.Sequence)
            .FirstOrDefaultAsync() is { } last
            ? new PayoutHead(last.Sequence, last.Hash)
            : null;
    }

    private async Task<IReadOnlyList<PayoutEntry?>> EntriesAsync(string where, object parameters) =>
    [
        .. (await tables.QueryAsync<EntryRow>(
            session,
            $"""
            SELECT e.[Sequence], e.[PayoutHash], e.[OccurredOn], e.[RecordedMilliseconds], d.[Content]
            FROM {tables.PayoutEntries} e INNER JOIN {tables.Documents} d ON d.[Id] = e.[DocumentId] WHERE {where} ORDER BY e.[Sequence]
            """,
            parameters)).Select(Read),
    ];

    private PayoutEntry? Read(EntryRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<PayoutEntry>(row.Content, json.Value.SerializerOptions) is { } entry && row.Agrees(entry) ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class HeadRow
    {
        public long Sequence { get; set; }

        public string Hash { get; set; } = string.Empty;

        public long? LastPlace { get; set; }
    }

    private sealed class EntryRow
    {
        public long Sequence { get; set; }

        public string PayoutHash { get; set; } = string.Empty;

        public string OccurredOn { get; set; } = string.Empty;

        public long RecordedMilliseconds { get; set; }

        public string Content { get; set; } = string.Empty;

        public bool Agrees(PayoutEntry entry) =>
            entry.Sequence == Sequence
            && PayoutEntryIndex.HashOf(entry.Method, entry.PayoutId) == PayoutHash
            && PayoutEntryIndex.Day(entry.OccurredOn) == OccurredOn
            && entry.RecordedAt.ToUnixTimeMilliseconds() == RecordedMilliseconds;
    }
}
