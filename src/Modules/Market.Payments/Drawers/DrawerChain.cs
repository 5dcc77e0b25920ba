using System.Text.Json;
using Market.Ledger.Drawers;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using Microsoft.Extensions.Options;
using OrchardCore.Json;
using YesSql;

namespace Market.Payments.Drawers;

/// <summary>Reads the chain of cash drawers as it is committed: for the verification, the closings, the journals and the archive.</summary>
public sealed class DrawerChain(ISession session, LedgerTables tables, IOptions<DocumentJsonSerializerOptions> json)
{
    /// <summary>The kept head, and all entries by their places: none for one that cannot be read, or whose index says something else.</summary>
    public async Task<(DrawerHead Kept, IReadOnlyList<DrawerEntry?> Entries)> ReadAsync()
    {
        var kept = (await tables.QueryAsync<HeadRow>(
            session,
            $"SELECT [Sequence], [Hash], (SELECT MAX([Sequence]) FROM {tables.DrawerEntries}) AS [LastPlace] FROM {tables.Drawers}")).SingleOrDefault() ?? new HeadRow();

        // What was recorded after the head was read is for the next verification.
        var last = (kept.LastPlace ?? 0) == kept.Sequence ? kept.Sequence : long.MaxValue;
        return (new DrawerHead(kept.Sequence, kept.Hash), await EntriesAsync("e.[Sequence] <= @last", new { last }));
    }

    /// <summary>What happened on these days of the market, both included.</summary>
    public async Task<IReadOnlyList<DrawerEntry>> OfDaysAsync(DateOnly from, DateOnly to) =>
    [
        .. (await EntriesAsync(
            "e.[OccurredOn] >= @from AND e.[OccurredOn] <= @to",
            new { from = DrawerEntryIndex.Day(from), to = DrawerEntryIndex.Day(to) })).OfType<DrawerEntry>(),
    ];

    /// <summary>Whether anything happened on these days.</summary>
    public async Task<bool> HasAsync(DateOnly from, DateOnly to) => (await tables.QueryAsync<long>(
        session,
        $"SELECT COUNT(*) FROM {tables.DrawerEntries} WHERE [OccurredOn] >= @from AND [OccurredOn] <= @to",
        new { from = DrawerEntryIndex.Day(from), to = DrawerEntryIndex.Day(to) })).Single() > 0;

    /// <summary>Where the chain stood at an instant; none where nothing was recorded by then.</summary>
    public async Task<DrawerHead?> HeadAtAsync(DateTimeOffset end)
    {
        var milliseconds = end.ToUnixTimeMilliseconds();
        return await session
            .Query<DrawerEntry, DrawerEntryIndex>(index => index.RecordedMilliseconds < milliseconds, LedgerCollection.Name)
            .OrderByDescending(index => index.Sequence)
            .FirstOrDefaultAsync() is { } last
            ? new DrawerHead(last.Sequence, last.Hash)
            : null;
    }

    private async Task<IReadOnlyList<DrawerEntry?>> EntriesAsync(string where, object parameters) =>
    [
        .. (await tables.QueryAsync<EntryRow>(
            session,
            $"""
            SELECT e.[Sequence], e.[DrawerId], e.[Movement], e.[OccurredOn], e.[RecordedMilliseconds], e.[KeyHash], d.[Content]
            FROM {tables.DrawerEntries} e INNER JOIN {tables.Documents} d ON d.[Id] = e.[DocumentId] WHERE {where} ORDER BY e.[Sequence]
            """,
            parameters)).Select(Read),
    ];

    private DrawerEntry? Read(EntryRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<DrawerEntry>(row.Content, json.Value.SerializerOptions) is { } entry && row.Agrees(entry) ? entry : null;
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

        public string DrawerId { get; set; } = string.Empty;

        public string Movement { get; set; } = string.Empty;

        public string OccurredOn { get; set; } = string.Empty;

        public long RecordedMilliseconds { get; set; }

        public string KeyHash { get; set; } = string.Empty;

        public string Content { get; set; } = string.Empty;

        public bool Agrees(DrawerEntry entry) =>
            entry.Sequence == Sequence
            && entry.DrawerId == DrawerId
            && entry.Movement.ToString() == Movement
            && DrawerEntryIndex.Day(entry.OccurredOn) == OccurredOn
            && entry.RecordedAt.ToUnixTimeMilliseconds() == RecordedMilliseconds
            && Storage.KeyHash.Of(entry.IdempotencyKey) == KeyHash;
    }
}
