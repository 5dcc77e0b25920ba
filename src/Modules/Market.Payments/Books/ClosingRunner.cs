using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Payments.Drawers;
using Market.Payments.Payouts;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Books;

/// <summary>Closes the periods that are due, each in a unit of work of its own.</summary>
public sealed class ClosingRunner(
    ISession session,
    LedgerTables tables,
    IMarketTerms terms,
    IClosingStore closings,
    PayoutChain payouts,
    DrawerChain drawers,
    IMarketCalendar calendar,
    IClock clock)
{
    /// <summary>Closes what is due now, the oldest first.</summary>
    /// <returns>The closings made.</returns>
    /// <exception cref="BooksDoNotBalanceException">The accounts do not come to what the operations come to; nothing more is closed.</exception>
    public static async Task<IReadOnlyList<Closing>> RunAsync(IUnitOfWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var made = new List<Closing>();
        while (await work.RunAsync(services => services.GetRequiredService<ClosingRunner>().CloseNextAsync(), closing => closing is not null) is { } closing)
        {
            made.Add(closing);
        }

        return made;
    }

    private async Task<Closing?> CloseNextAsync()
    {
        var last = new List<Closing>();
        foreach (var kind in Enum.GetValues<ClosingKind>())
        {
            if (await closings.FindLastClosingAsync(kind) is { } closing)
            {
                last.Add(closing);
            }
        }

        var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        if ((await calendar.GetAsync()).Due(last, await BeganAsync(), now).FirstOrDefault() is not { } period)
        {
            return null;
        }

        var currency = (await terms.GetAsync()).Currency;
        using var draft = new ClosingDraft(period, last.FirstOrDefault(closing => closing.Period.Kind == period.Kind), currency);
        draft.Add(await TotalsAsync(period, currency));
        foreach (var head in await HeadsAsync(period.To, currency))
        {
            draft.Add(head);
        }

        if (await payouts.HeadAtAsync(period.To) is { } booked)
        {
            draft.Add(booked);
        }

        if (await drawers.HeadAtAsync(period.To) is { } opened)
        {
            draft.Add(opened);
        }

        var made = draft.Finish(now);
        await closings.AddClosingAsync(made);
        return made;
    }

    private async Task<DateTimeOffset?> BeganAsync() =>
        (await tables.QueryAsync<long?>(session, $"SELECT MIN([RecordedMilliseconds]) FROM {tables.Operations}")).Single() is { } began
            ? DateTimeOffset.FromUnixTimeMilliseconds(began)
            : null;

    private async Task<LedgerTotals> TotalsAsync(ClosingPeriod period, Currency currency)
    {
        var sums = (await tables.QueryAsync<Sums>(
            session,
            $"""
            SELECT COUNT(*) AS [Operations],
                SUM(CASE WHEN [Amount] < 0 THEN -[Amount] ELSE 0 END) AS [Debits],
                SUM(CASE WHEN [Amount] > 0 THEN [Amount] ELSE 0 END) AS [Credits]
            FROM {tables.Operations} WHERE [RecordedMilliseconds] >= @from AND [RecordedMilliseconds] < @to
            """,
            new { from = period.From.ToUnixTimeMilliseconds(), to = period.To.ToUnixTimeMilliseconds() })).Single();
        return new LedgerTotals(sums.Operations, new Money((long)(sums.Debits ?? 0), currency), new Money((long)(sums.Credits ?? 0), currency));
    }

    // An account's row without what was recorded since. Whoever moves between the two questions is in the answer to the second.
    private async Task<IEnumerable<ClosedHead>> HeadsAsync(DateTimeOffset end, Currency currency)
    {
        var rows = await tables.QueryAsync<AccountRow>(session, $"SELECT [AccountId], [Balance], [Sequence], [Hash] FROM {tables.Accounts} WHERE [Sequence] > 0");
        var moved = (await ListMovedSinceAsync(end)).ToDictionary(row => row.AccountId, StringComparer.Ordinal);
        return rows
            .Select(row => moved.GetValueOrDefault(row.AccountId, row))
            .Where(row => row.Sequence > 0)
            .OrderBy(row => row.AccountId, StringComparer.Ordinal)
            .Select(row => new ClosedHead(row.AccountId, row.Sequence, new Money(row.Balance, currency), row.Hash));
    }

    // The rows of those who moved as they were: their hash is that of the operation which was the last. Grouped by the column alone, SQLite
    // walks all operations in the order of their accounts; by an expression, it takes those since the end and sorts them.
    private async Task<IEnumerable<AccountRow>> ListMovedSinceAsync(DateTimeOffset end)
    {
        var moved = await tables.QueryAsync<MovedRow>(
            session,
            $"""
            SELECT a.[AccountId], a.[Balance] - s.[Amount] AS [Balance], a.[Sequence] - s.[Operations] AS [Sequence], d.[Content]
            FROM (SELECT COALESCE([AccountId], '') AS [AccountId], COUNT(*) AS [Operations], SUM([Amount]) AS [Amount]
                FROM {tables.Operations} WHERE [RecordedMilliseconds] >= @end GROUP BY COALESCE([AccountId], '')) s
            INNER JOIN {tables.Accounts} a ON a.[AccountId] = s.[AccountId]
            LEFT JOIN {tables.Operations} o ON o.[AccountId] = a.[AccountId] AND o.[Sequence] = a.[Sequence] - s.[Operations]
            LEFT JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId]
            """,
            new { end = end.ToUnixTimeMilliseconds() });
        return moved.Select(row => new AccountRow
        {
            AccountId = row.AccountId,
            Balance = (long)row.Balance,
            Sequence = row.Sequence,
            Hash = row.Sequence > 0 ? HashOf(row) : string.Empty,
        });
    }

    private string HashOf(MovedRow row) => row.Content is { } content
        ? ((Operation)session.Store.Configuration.ContentSerializer.Deserialize(content, typeof(Operation))).Hash
        : throw new InvalidOperationException($"Operation {row.Sequence} of account {row.AccountId} is missing.");

    private sealed class Sums
    {
        public long Operations { get; set; }

        public decimal? Debits { get; set; }

        public decimal? Credits { get; set; }
    }

    private sealed class MovedRow
    {
        public string AccountId { get; set; } = string.Empty;

        public decimal Balance { get; set; }

        public long Sequence { get; set; }

        public string? Content { get; set; }
    }
}
