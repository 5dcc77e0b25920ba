using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Payments.Drawers;
using Market.Payments.Indexes;
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

    // Most accounts have not moved since the period ended, and their row is their head; the others' is looked up.
    private async Task<IEnumerable<ClosedHead>> HeadsAsync(DateTimeOffset end, Currency currency)
    {
        var milliseconds = end.ToUnixTimeMilliseconds();
        var rows = await tables.QueryAsync<AccountRow>(
            session, $"SELECT [AccountId], [Balance], [Sequence], [Hash], [LastRecorded] FROM {tables.Accounts} WHERE [Sequence] > 0");
        var heads = new List<ClosedHead>();
        foreach (var row in rows)
        {
            var head = row.LastRecorded < milliseconds
                ? new ClosedHead(row.AccountId, row.Sequence, new Money(row.Balance, currency), row.Hash)
                : await HeadAtAsync(row.AccountId, milliseconds, currency);
            if (head is not null)
            {
                heads.Add(head);
            }
        }

        return heads.OrderBy(head => head.AccountId, StringComparer.Ordinal);
    }

    private async Task<ClosedHead?> HeadAtAsync(string accountId, long end, Currency currency)
    {
        var before = (await tables.QueryAsync<Sums>(
            session,
            $"SELECT MAX([Sequence]) AS [Operations], SUM([Amount]) AS [Credits] FROM {tables.Operations} WHERE [AccountId] = @accountId AND [RecordedMilliseconds] < @end",
            new { accountId, end })).Single();
        if (before.Operations == 0)
        {
            return null;
        }

        var last = await session
            .Query<Operation, OperationIndex>(index => index.AccountId == accountId && index.Sequence == before.Operations, LedgerCollection.Name)
            .FirstOrDefaultAsync() ?? throw new InvalidOperationException($"Operation {before.Operations} of account {accountId} is missing.");
        return new ClosedHead(accountId, last.Sequence, new Money((long)(before.Credits ?? 0), currency), last.Hash);
    }

    private sealed class Sums
    {
        public long Operations { get; set; }

        public decimal? Debits { get; set; }

        public decimal? Credits { get; set; }
    }
}
