namespace Market.Payments.AccountBalances;

/// <summary>Which accounts the balances page shows.</summary>
public enum BalanceFilter
{
    All,
    ToPay,
    Credit,
    Settled,
}

/// <summary>In which order.</summary>
public enum BalanceSort
{
    /// <summary>Those who owe most first.</summary>
    Owed,

    /// <summary>Those with the most in reserve first.</summary>
    Held,

    Name,

    Number,
}

public sealed record BalanceQuery(string? Search, BalanceFilter Filter, BalanceSort Sort, int Skip, int Take);
