using Market.Ledger.Closings;
using Market.Payments.Models;
using Market.Payments.Terms;

namespace Market.Payments.Books;

/// <summary>What can be told of the books now.</summary>
/// <param name="BalancesHold">Whether the balances of all accounts come to the sum of all operations.</param>
/// <param name="PendingHolds">Whether the accounts' pending sums come to the sum of what is announced.</param>
/// <param name="Verification">The last verification, if there was one.</param>
/// <param name="LastDay">The last day that was closed, if one was.</param>
/// <param name="Overdue">A period that should have been closed, if there is one.</param>
/// <param name="OldestAnnounced">The day of the oldest payment that is announced and not received, if there is one.</param>
/// <param name="OldestUntold">Since when the oldest event waits that workflows were not told, if one does.</param>
/// <param name="Zone">The time zone by which days begin.</param>
/// <param name="Now">When this was read.</param>
public sealed record BooksState(
    bool BalancesHold,
    bool PendingHolds,
    VerificationRecord? Verification,
    Closing? LastDay,
    ClosingPeriod? Overdue,
    DateOnly? OldestAnnounced,
    DateTimeOffset? OldestUntold,
    MarketZone Zone,
    DateTimeOffset Now)
{
    /// <summary>Whether the last verification is not too old; before the first one there is nothing to be late.</summary>
    public bool IsVerifiedLately => Verification is not { } verification || Now - verification.EndedAt <= BooksHealth.VerifiedWithin;

    /// <summary>Whether workflows are told what happens within a reasonable time.</summary>
    public bool EventsAreTold => OldestUntold is not { } raised || Now - raised <= BooksHealth.ToldWithin;

    public bool IsHealthy => BalancesHold && PendingHolds && Verification?.Holds != false && Overdue is null && EventsAreTold && Zone.IsKnown;
}
