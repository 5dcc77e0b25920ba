namespace Market.Ledger;

/// <summary>Where the market's terms are read.</summary>
public interface IMarketTerms
{
    /// <summary>The terms in force now.</summary>
    ValueTask<MarketTerms> GetAsync();
}
