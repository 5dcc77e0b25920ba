using Market.Ledger.Closings;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// The files that closed years keep: a record of each among the documents, and its lines in parts, so that a year of a large market is
/// neither written nor read at once. Added, never changed.
/// </summary>
public sealed class YearFileStore(ISession session, LedgerTables tables)
{
    /// <summary>The records of all files, the oldest first.</summary>
    public async Task<IReadOnlyList<YearFile>> ListAsync() =>
        [.. (await session.Query<YearFile>(LedgerCollection.Name).ListAsync()).OrderBy(file => file.Number)];

    /// <summary>Keeps a record. Its parts are there.</summary>
    public Task AddAsync(YearFile file) => session.SaveAsync(file, checkConcurrency: false, LedgerCollection.Name);

    /// <summary>Keeps a part of a file: whole lines. The table refuses a second one at its place, so that no two files have one number.</summary>
    public async Task AddPartAsync(long number, int part, string content) => await tables.ExecuteAsync(
        await session.BeginTransactionAsync(),
        $"INSERT INTO {tables.YearFileParts} ([Place], [Number], [Part], [Content]) VALUES (@place, @number, @part, @content)",
        new { place = FormattableString.Invariant($"{number}:{part}"), number, part, content });

    /// <summary>The parts of a file, in their order.</summary>
    public async IAsyncEnumerable<string> PartsAsync(long number)
    {
        for (var part = 0; await PartAsync(number, part) is { } content; part++)
        {
            yield return content;
        }
    }

    /// <summary>The lines of a file, without what ends them.</summary>
    public async IAsyncEnumerable<string> LinesAsync(long number)
    {
        await foreach (var part in PartsAsync(number))
        {
            foreach (var line in part.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// Waits for every posting that is under way, and keeps every other one waiting until this transaction ends: what began before a year was
    /// closed is in it by then.
    /// </summary>
    public async Task LockAllAccountsAsync() =>
        await tables.ExecuteAsync(await session.BeginTransactionAsync(), $"UPDATE {tables.Accounts} SET [Sequence] = [Sequence]");

    private async Task<string?> PartAsync(long number, int part) => (await tables.QueryAsync<string>(
        session,
        $"SELECT [Content] FROM {tables.YearFileParts} WHERE [Number] = @number AND [Part] = @part",
        new { number, part })).SingleOrDefault();
}
