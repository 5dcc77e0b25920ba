using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.InMemory;

namespace Market.Stall.Books;

/// <summary>The file, read from its beginning and verified: by the engine each account, by the seals the order of the lines.</summary>
/// <param name="Store">The operations before the first line that does not fit; all of them where every line does.</param>
/// <param name="Last">The last of those lines.</param>
/// <param name="Fault">The first line that does not fit.</param>
/// <param name="Torn">
/// What stands after the last line feed: the stall was killed while it wrote, so nobody was told that this is recorded. Empty otherwise.
/// </param>
internal sealed record BooksReading(InMemoryLedgerStore Store, LastLine Last, BooksFault? Fault, byte[] Torn)
{
    /// <summary>Reads the file.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="noted">The note of the last line.</param>
    /// <param name="currency">The market's currency.</param>
    public static async Task<BooksReading> ReadAsync(ReadOnlyMemory<byte> file, LastLine? noted, Currency currency)
    {
        var (lines, torn) = Split(file.Span);

        // On one line the engine's finding says most, so it comes first.
        var fault = new[] { Misfit(lines, currency), Unreadable(lines), NotAsNoted(lines, noted) }.OfType<BooksFault>().MinBy(fault => fault.Line);
        var store = new InMemoryLedgerStore(currency);
        fault = await ReplayAsync(lines.TakeWhile(line => fault is null || line.Number < fault.Line), store, currency) ?? fault;
        var last = store.Operations.Count is 0 ? LastLine.None : new LastLine(store.Operations.Count, lines[store.Operations.Count - 1].Seal);
        return new BooksReading(store, last, fault, torn);
    }

    private static (List<Line> Lines, byte[] Torn) Split(ReadOnlySpan<byte> file)
    {
        var lines = new List<Line>();
        var seal = string.Empty;
        for (var end = file.IndexOf((byte)'\n'); end >= 0; end = file.IndexOf((byte)'\n'))
        {
            lines.Add(new Line(lines.Count + 1, OperationLine.Read(file[..end]), OperationLine.Follows(file[..end], seal, out seal), seal));
            file = file[(end + 1)..];
        }

        return (lines, file.ToArray());
    }

    private static BooksFault? Misfit(List<Line> lines, Currency currency)
    {
        using var verifier = new ChainVerifier(currency, []);
        foreach (var account in lines.Where(line => line.Operation is not null).GroupBy(line => line.Operation!.AccountId).OrderBy(account => account.Key, StringComparer.Ordinal))
        {
            verifier.Open(account.Key, kept: null);
            foreach (var line in account)
            {
                verifier.Add(line.Operation!);
            }
        }

        // No state of an account is kept in the file, so only what is said of an operation counts. Of two lines with one operation the second does not fit.
        return verifier.Finish().Findings
            .Where(finding => finding.OperationId is not null)
            .Select(finding => (Finding: finding, Line: lines.Last(line =>
                line.Operation is { } said && said.AccountId == finding.AccountId && said.Id == finding.OperationId && said.Sequence == finding.Sequence)))
            .Select(found => new BooksFault(found.Line.Number, LineFault.Operation, found.Line.Operation, found.Finding))
            .MinBy(fault => fault.Line);
    }

    private static BooksFault? Unreadable(List<Line> lines) =>
        lines.Where(line => line.Operation is null || !line.IsSealed)
            .Select(line => new BooksFault(line.Number, line.Operation is null ? LineFault.Unreadable : LineFault.NotSealed, line.Operation))
            .FirstOrDefault();

    private static BooksFault? NotAsNoted(List<Line> lines, LastLine? noted) =>
        noted is null ? (lines is [.., var last] ? new BooksFault(last.Number, LineFault.NoNote, last.Operation) : null)
        : noted.Count > lines.Count ? new BooksFault(lines.Count + 1, LineFault.Missing)
        : noted.Count > 0 && lines[(int)noted.Count - 1] is var line && line.Seal != noted.Seal ? new BooksFault(line.Number, LineFault.NotNoted, line.Operation)
        : null;

    // The store refuses what the engine never posts, a key twice or a second reversal; a sum that no balance holds does not fit either.
    private static async Task<BooksFault?> ReplayAsync(IEnumerable<Line> lines, InMemoryLedgerStore store, Currency currency)
    {
        foreach (var line in lines)
        {
            var operation = line.Operation!;
            try
            {
                var before = await store.LockAsync(operation.AccountId) ?? new AccountHead(operation.AccountId, IsOpen: true, Money.Zero(currency), 0, string.Empty);
                await store.AppendAsync(operation, before.After(operation));
            }
            catch (Exception fault) when (fault is InvalidOperationException or OverflowException)
            {
                return new BooksFault(line.Number, LineFault.Impossible, operation);
            }
        }

        return null;
    }

    private sealed record Line(long Number, Operation? Operation, bool IsSealed, string Seal);
}
