namespace Market.Ledger.Online;

/// <summary>What a provider says that does not fit what the market asked for.</summary>
public enum OnlineMismatch
{
    /// <summary>Real money where a test was asked for, or the other way round.</summary>
    Mode,

    /// <summary>Another client account.</summary>
    Account,

    /// <summary>Another currency.</summary>
    Currency,

    /// <summary>Another amount, or more given back than was paid.</summary>
    Amount,

    /// <summary>A second payment for what was asked for once.</summary>
    Reference,
}
