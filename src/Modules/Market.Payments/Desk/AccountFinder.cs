using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Desk;

/// <summary>Finds accounts, open and closed, by a part of the client's name, by number, transfer reference or balance.</summary>
public sealed class AccountFinder(ISession session, LedgerTables tables, IMarketTerms terms, IStringLocalizer<AccountFinder> S) : IFinder
{
    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        var currency = (await terms.GetAsync()).Currency;
        var rows = await tables.QueryAsync<Row>(
            session,
            tables.Paged(
                "a.[AccountId], c.[Number], c.[Name], c.[IsOpen], a.[Balance]",
                $"{tables.Accounts} a INNER JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId] WHERE c.[Search] LIKE @like ESCAPE '!' OR a.[Balance] = @amount OR a.[Balance] = -@amount",
                "CASE WHEN c.[IsOpen] = @yes THEN 0 ELSE 1 END, c.[SortKey], c.[Number]",
                0,
                Searched.Most),
            new { like = searched.Pattern, amount = searched.Amount?.MinorUnits, yes = true });
        return [.. rows.Select(row => new Found(S["Clients"], row.Name, DeskLink.Of("PaymentsAccount", "id", row.AccountId))
        {
            Detail = string.Join(" · ", new[] { row.Number, Standing(new Money(row.Balance, currency)), row.IsOpen ? null : S["closed"].Value }.OfType<string>()),
        })];
    }

    private string Standing(Money balance) =>
        balance.IsNegative ? S["{0} to pay", balance.Abs().ForPeople()] : balance.IsPositive ? S["{0} credit", balance.ForPeople()] : S["settled"];

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Number { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public bool IsOpen { get; set; }

        public long Balance { get; set; }
    }
}
