using Market.Ledger.Amounts;

namespace Market.Payments.AccountBalances;

/// <summary>Totals over all accounts, whatever the page shows. Amounts are not negative.</summary>
/// <param name="Operations">
/// How many operations the accounts have together. As none is ever taken away, nothing at all was posted between two times that it is the same.
/// </param>
public sealed record BalanceTotals(Money Owed, int Owing, Money Held, int Holding, int Settled, Money Announced, int Announcing, long Operations)
{
    public int Accounts => Owing + Holding + Settled;

    /// <summary>How many accounts a filter leaves.</summary>
    public int CountOf(BalanceFilter filter) => filter switch
    {
        BalanceFilter.ToPay => Owing,
        BalanceFilter.Credit => Holding,
        BalanceFilter.Settled => Settled,
        _ => Accounts,
    };
}
