using Market.Ledger.Receipts;

namespace Market.Payments;

/// <summary>Says who sells, by name and number, for what members are given in writing.</summary>
public interface IMarketIdentity
{
    /// <summary>The market as it calls itself now.</summary>
    Task<MarketIdentity> GetAsync();
}
