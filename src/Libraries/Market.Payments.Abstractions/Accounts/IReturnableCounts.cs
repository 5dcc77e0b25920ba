using Market.Ledger.Returnables;

namespace Market.Payments;

/// <summary>
/// Counts packaging on deposit that went out to accounts and did not come back, from the ledger's own operations, see
/// <see cref="ReturnableMove"/>. A count below zero is more that came back than went out. In a unit of work it counts what is posted there too.
/// </summary>
public interface IReturnableCounts
{
    /// <summary>How many of each an account holds, by returnable; zeros are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> FindAsync(string accountId);

    /// <summary>How many of each every account holds, by account and returnable; zeros, and accounts that hold nothing, are left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> FindAllAsync();

    /// <summary>How many operations moved a returnable.</summary>
    Task<int> CountOperationsAsync(string returnableId);
}
