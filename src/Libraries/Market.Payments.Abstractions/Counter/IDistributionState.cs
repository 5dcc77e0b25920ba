namespace Market.Payments;

/// <summary>
/// Which distributions are closed. It is kept with the accounts, so that a distribution stays closed whichever modules are switched off: the
/// ledger posts and reverses nothing of what its orders cost.
/// </summary>
public interface IDistributionState
{
    /// <summary>Its closure as it is committed; none where it is open.</summary>
    Task<DistributionClosure?> FindAsync(string distributionId);

    /// <summary>The closures of those of these distributions that are closed, by their ids.</summary>
    Task<IReadOnlyDictionary<string, DistributionClosure>> FindManyAsync(IReadOnlyCollection<string> distributionIds);

    /// <summary>
    /// Its closure, and nobody closes it or opens it again before the unit of work that is under way ends. Whoever changes an order asks here, and
    /// waits for nobody but who closes just then.
    /// </summary>
    /// <returns>None where it is open, and where <see cref="AdmitLateAsync"/> let this unit of work in.</returns>
    Task<DistributionClosure?> HoldAsync(string distributionId);

    /// <summary>
    /// Holds it, and lets what the unit of work that is under way does to it in, although it is closed: an entry of the counter that was made
    /// before and comes late.
    /// </summary>
    /// <returns>The closure that it comes after; none where it is open.</returns>
    Task<DistributionClosure?> AdmitLateAsync(string distributionId);

    /// <summary>
    /// Its closure, for a unit of work that changes what its orders are held to: whoever holds it is waited for, and whoever comes after waits
    /// until the unit of work ends. It is asked before anything else is done to the distribution.
    /// </summary>
    /// <returns>None where it is open.</returns>
    Task<DistributionClosure?> TakeAsync(string distributionId);

    /// <summary>Takes it for the unit of work that is under way, and closes it: whoever holds it is waited for, and whoever comes after finds it closed.</summary>
    /// <returns>None where it is closed already.</returns>
    Task<DistributionClosure?> CloseAsync(string distributionId, string userId);

    /// <summary>Opens it again.</summary>
    /// <returns>The closure that was; none where it was open.</returns>
    Task<DistributionClosure?> ReopenAsync(string distributionId);
}
