using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.YearsTurn;

/// <summary>What accounts hold and owe at the end of a day: what the journals of the next one begin with.</summary>
/// <param name="Accounts">How many are not at zero.</param>
/// <param name="Owed">What those that owe owe together; not negative.</param>
/// <param name="Held">What is held for the others together.</param>
public sealed record CarriedTotals(int Accounts, Money Owed, Money Held)
{
    /// <summary>The balance of the accounts of clients in the books (411): positive is owed to the market.</summary>
    public Money Net => Owed - Held;
}

/// <summary>Sums the operations up to a day, as the journals' carried balances are summed.</summary>
public sealed class CarriedBalances(ISession session, LedgerTables tables, IMarketTerms terms)
{
    /// <summary>The balances at the end of a day, by the days that operations are dated.</summary>
    public async Task<CarriedTotals> AtEndOfAsync(DateOnly day)
    {
        var currency = (await terms.GetAsync()).Currency;
        var row = (await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT SUM(CASE WHEN b.[Amount] <> 0 THEN 1 ELSE 0 END) AS [Accounts],
                SUM(CASE WHEN b.[Amount] < 0 THEN -b.[Amount] ELSE 0 END) AS [Owed],
                SUM(CASE WHEN b.[Amount] > 0 THEN b.[Amount] ELSE 0 END) AS [Held]
            FROM (SELECT SUM([Amount]) AS [Amount] FROM {tables.Operations} WHERE [OccurredOn] <= @day GROUP BY COALESCE([AccountId], '')) b
            """,
            new { day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })).Single();
        return new CarriedTotals((int)(row.Accounts ?? 0), new Money((long)(row.Owed ?? 0), currency), new Money((long)(row.Held ?? 0), currency));
    }

    private sealed class Row
    {
        public decimal? Accounts { get; set; }

        public decimal? Owed { get; set; }

        public decimal? Held { get; set; }
    }
}
