using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Accounts;

public sealed class OpenAccounts(ISession session, LedgerTables tables, IMarketTerms terms) : IOpenAccounts
{
    public async Task<IReadOnlyList<OpenAccount>> ListAsync()
    {
        var currency = (await terms.GetAsync()).Currency;
        var rows = await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT a.[AccountId], c.[Number], c.[Reference], c.[Name], c.[Search], a.[Balance], a.[Pending], a.[Sequence]
            FROM {tables.Accounts} a INNER JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId]
            WHERE c.[IsOpen] = @yes ORDER BY c.[SortKey], c.[Number]
            """,
            new { yes = true });
        return [.. rows.Select(row => new OpenAccount(
            row.AccountId,
            row.Number,
            row.Name,
            row.Search,
            new Balances(new Money(row.Balance, currency), new Money(row.Pending, currency)),
            row.Sequence)
        {
            Reference = row.Reference,
        })];
    }

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Number { get; set; } = string.Empty;

        public string Reference { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public string Search { get; set; } = string.Empty;

        public long Balance { get; set; }

        public long Pending { get; set; }

        public long Sequence { get; set; }
    }
}
