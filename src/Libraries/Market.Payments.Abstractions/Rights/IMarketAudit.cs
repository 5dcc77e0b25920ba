namespace Market.Payments;

/// <summary>Keeps changes in the site's audit trail. Registered where that is on: ask for all there are.</summary>
public interface IMarketAudit
{
    /// <summary>Keeps a change.</summary>
    Task RecordAsync(MarketChange change);
}
