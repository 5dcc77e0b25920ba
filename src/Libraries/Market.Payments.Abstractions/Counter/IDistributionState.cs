namespace Market.Payments;

/// <summary>
/// Tells whether a distribution is closed, so that nothing of it changes any more. Registered where distributions are closed: ask for all
/// there are, for without one every distribution is open.
/// </summary>
public interface IDistributionState
{
    /// <summary>
    /// How a distribution was closed, read in the transaction that is under way. Who changes something for an account locks that first, and
    /// asks then: closing locks the accounts too, so that nothing slips in between.
    /// </summary>
    /// <returns>Null while it is open.</returns>
    Task<DistributionClosure?> FindAsync(string distributionId);
}

/// <summary>That a distribution is closed.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="ClosedAt">When, in UTC.</param>
/// <param name="ClosedBy">The user who closed it.</param>
public sealed record DistributionClosure(string DistributionId, DateTimeOffset ClosedAt, string ClosedBy);

/// <summary>Asks every module at once.</summary>
public static class DistributionStateExtensions
{
    /// <summary>How a distribution was closed, whoever closes; null while it is open.</summary>
    public static async Task<DistributionClosure?> FindAsync(this IEnumerable<IDistributionState> states, string distributionId)
    {
        ArgumentNullException.ThrowIfNull(states);
        foreach (var state in states)
        {
            if (await state.FindAsync(distributionId) is { } closure)
            {
                return closure;
            }
        }

        return null;
    }
}
