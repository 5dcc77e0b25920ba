namespace Market.Payments.YearsTurn;

/// <summary>Who moved the lock of days, and when. Registered where the audit trail is on.</summary>
public interface ILockTrail
{
    /// <summary>The moves, the newest first.</summary>
    Task<IReadOnlyList<LockMove>> ListAsync(int take);
}

/// <summary>One move of the lock.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who, by their name; empty where the site did.</param>
/// <param name="Before">The day that was locked before, as the trail keeps it.</param>
/// <param name="After">The day that was locked then.</param>
public sealed record LockMove(DateTimeOffset At, string By, string Before, string After);
