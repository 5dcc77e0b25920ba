using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Payments.Books;
using Market.Payments.Drawers;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Journals;

/// <summary>The entries of a financial year: what the years before left, then the year itself, numbered through.</summary>
public sealed class JournalBook(
    ISession session,
    LedgerTables tables,
    IMarketTerms terms,
    OperationStream operations,
    ChartReader charts,
    PayoutDays payouts,
    DrawerChain drawers,
    IMarketCalendar calendar)
{
    private Dictionary<string, AuxiliaryAccount>? _clients;

    /// <summary>The entries as the books say them now.</summary>
    /// <param name="year">The financial year.</param>
    /// <param name="keptAt">The time, where the year is to be kept.</param>
    public async IAsyncEnumerable<JournalEntry> EntriesAsync(FinancialYear year, DateTimeOffset? keptAt = null)
    {
        ArgumentNullException.ThrowIfNull(year);
        var zone = await calendar.GetZoneAsync();
        var bookkeeper = new Bookkeeper(await charts.GetAsync(), FindOperationAsync, FindClientAsync);
        var number = 1L;
        var midnight = year.From.ToDateTime(TimeOnly.MinValue);
        var opened = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
        await foreach (var entry in bookkeeper.CarryForwardAsync(BalancesBeforeAsync(year.From), year.From, opened, number))
        {
            number = entry.Number + 1;
            yield return entry;
        }

        await foreach (var entry in bookkeeper.EnterAsync(operations.OfDaysAsync(year.From, year.To), number, await payouts.BookedInAsync(year, keptAt), await drawers.OfDaysAsync(year.From, year.To)))
        {
            yield return entry;
        }
    }

    private async IAsyncEnumerable<KeyValuePair<string, Money>> BalancesBeforeAsync(DateOnly from)
    {
        var currency = (await terms.GetAsync()).Currency;

        // By the column alone SQLite walks the operations in the order of their accounts, each on another page: six times as long.
        const string Account = "COALESCE([AccountId], '')";
        var sums = await tables.QueryAsync<BalanceRow>(
            session,
            $"SELECT {Account} AS [AccountId], SUM([Amount]) AS [Amount] FROM {tables.Operations} WHERE [OccurredOn] < @from GROUP BY {Account} ORDER BY {Account}",
            new { from = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        foreach (var sum in sums)
        {
            yield return new KeyValuePair<string, Money>(sum.AccountId, new Money((long)sum.Amount, currency));
        }
    }

    private async ValueTask<Operation?> FindOperationAsync(string id)
    {
        var operation = await session
            .Query<Operation, OperationIndex>(index => index.OperationId == id, LedgerCollection.Name)
            .FirstOrDefaultAsync();
        if (operation is not null)
        {
            session.Detach(operation, LedgerCollection.Name);
        }

        return operation;
    }

    private async ValueTask<AuxiliaryAccount?> FindClientAsync(string accountId)
    {
        if (_clients is null)
        {
            // All at once: a year's entries name most of them.
            _clients = (await tables.QueryAsync<ClientRow>(session, $"SELECT [AccountId], [Number], [Name] FROM {tables.Clients}"))
                .ToDictionary(client => client.AccountId, client => new AuxiliaryAccount(client.Number, client.Name), StringComparer.Ordinal);
        }

        return _clients.GetValueOrDefault(accountId);
    }

    private sealed class BalanceRow
    {
        public string AccountId { get; set; } = string.Empty;

        public decimal Amount { get; set; }
    }
    private sealed class ClientRow
    {
        public string AccountId { get; set; } = string.Empty;

        public string Number { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;
    }
}
