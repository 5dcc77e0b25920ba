using Market.Ledger.Amounts;

namespace Market.Payments.AccountBalances;

/// <summary>Totals over all accounts, whatever the page shows. Amounts are not negative.</summary>
public sealed record BalanceTotals(Money Owed, int Owing, Money Held, int Holding, int Settled, Money Announced, int Announcing)
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
