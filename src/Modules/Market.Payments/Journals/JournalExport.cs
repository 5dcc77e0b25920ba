using System.Globalization;
using System.Text;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;
using Market.Payments.Books;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Journals;

/// <summary>The form a journal leaves in.</summary>
public enum JournalFormat
{
    /// <summary>The file French tax law asks for.</summary>
    Fec,

    /// <summary>Plain-text accounting: hledger and ledger.</summary>
    Hledger,

    /// <summary>A spreadsheet's.</summary>
    Csv,
}

/// <summary>Writes the journals of some days, in double entry, straight to where they go.</summary>
public sealed class JournalExport(
    ISession session,
    LedgerTables tables,
    IMarketTerms terms,
    OperationStream operations,
    IEnumerable<IProviderPayouts> providers,
    ChartReader charts,
    IMarketCalendar calendar)
{
    private readonly Dictionary<string, AuxiliaryAccount?> _clients = new(StringComparer.Ordinal);

    public async Task WriteAsync(Stream output, JournalFormat format, DateOnly from, DateOnly to)
    {
        var encoding = format is JournalFormat.Fec ? FecWriter.Encoding : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var writer = new StreamWriter(output, encoding, leaveOpen: true);
        var zone = await calendar.GetZoneAsync();
        var entries = EntriesAsync(from, to, zone);
        await (format switch
        {
            JournalFormat.Fec => FecWriter.WriteAsync(writer, entries, zone),
            JournalFormat.Hledger => HledgerWriter.WriteAsync(writer, entries),
            _ => CsvJournalWriter.WriteAsync(writer, entries),
        });
    }

    // What the days before left, then the days themselves, numbered through.
    private async IAsyncEnumerable<JournalEntry> EntriesAsync(DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var bookkeeper = new Bookkeeper(await charts.GetAsync(), FindOperationAsync, FindClientAsync);
        var number = 1L;
        var midnight = from.ToDateTime(TimeOnly.MinValue);
        var opened = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
        await foreach (var entry in bookkeeper.CarryForwardAsync(BalancesBeforeAsync(from), from, opened, number))
        {
            number = entry.Number + 1;
            yield return entry;
        }

        var payouts = new List<ProviderPayout>();
        foreach (var provider in providers)
        {
            payouts.AddRange(await provider.OfDaysAsync(from, to));
        }

        await foreach (var entry in bookkeeper.EnterAsync(operations.OfDaysAsync(from, to), number, payouts))
        {
            yield return entry;
        }
    }

    private async IAsyncEnumerable<KeyValuePair<string, Money>> BalancesBeforeAsync(DateOnly from)
    {
        var currency = (await terms.GetAsync()).Currency;
        var sums = await tables.QueryAsync<BalanceRow>(
            session,
            $"SELECT [AccountId], SUM([Amount]) AS [Amount] FROM {tables.Operations} WHERE [OccurredOn] < @from GROUP BY [AccountId] ORDER BY [AccountId]",
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
        if (!_clients.TryGetValue(accountId, out var client))
        {
            var index = await session.QueryIndex<ClientAccountIndex>(index => index.AccountId == accountId).FirstOrDefaultAsync();
            _clients[accountId] = client = index is null ? null : new AuxiliaryAccount(index.Number, index.Name);
        }

        return client;
    }

    private sealed class BalanceRow
    {
        public string AccountId { get; set; } = string.Empty;

        public decimal Amount { get; set; }
    }
}
