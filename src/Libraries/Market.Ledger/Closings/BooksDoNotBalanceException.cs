using Market.Ledger.Accounts;
using Market.Ledger.Amounts;

namespace Market.Ledger.Closings;

/// <summary>A period was not closed, because the accounts' heads do not come to what the operations come to.</summary>
/// <param name="period">The period.</param>
/// <param name="operations">What the previous closing and the period's operations come to.</param>
/// <param name="places">How many operations the heads count.</param>
/// <param name="balances">What the heads' balances come to.</param>
public sealed class BooksDoNotBalanceException(ClosingPeriod period, LedgerTotals operations, long places, Money balances)
    : InvalidOperationException($"{period?.Key} is not closed: {operations?.Operations} operations come to {operations?.Net}, but the accounts count {places} and come to {balances}.")
{
    /// <summary>The period.</summary>
    public ClosingPeriod Period { get; } = period!;

    /// <summary>What the previous closing and the period's operations come to.</summary>
    public LedgerTotals Operations { get; } = operations!;

    /// <summary>How many operations the heads count.</summary>
    public long Places { get; } = places;

    /// <summary>What the heads' balances come to.</summary>
    public Money Balances { get; } = balances;
}
