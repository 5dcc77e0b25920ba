namespace Market.Ledger;

/// <summary>Tells which distributions are closed. What an order of one costs stands: neither its debit nor an adjustment of it is posted or reversed.</summary>
public interface IClosedDistributions
{
    /// <summary>Whether a distribution is closed. It stays as it is told until the unit of work that is under way ends.</summary>
    Task<bool> IsClosedAsync(string distributionId);
}
