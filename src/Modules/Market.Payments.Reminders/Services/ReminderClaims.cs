using Market.Ledger;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using OrchardCore.Modules;
using YesSql;
using IIdGenerator = OrchardCore.Entities.IIdGenerator;

namespace Market.Payments.Reminders.Services;

/// <summary>Claims a step and says later what became of it, in the transaction of the scope.</summary>
public sealed class ReminderClaims(
    ISession session,
    ILedgerStore store,
    Debtors debtors,
    ReminderLadderReader ladders,
    MarketDay days,
    IIdGenerator ids,
    IClock clock)
{
    /// <summary>How long a mail is being sent at most: after that, whoever sent it is gone.</summary>
    public static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Decides about an account and claims the step if it is a wanted one. The account is locked first: a payment at the same moment is either seen, or
    /// comes after the decision.
    /// </summary>
    /// <returns>The claim, or the decision that left nothing to claim.</returns>
    public async Task<(ReminderClaim? Claim, ReminderDecision? Decision)> TryClaimAsync(string accountId, bool digest)
    {
        if (await store.LockAsync(accountId) is null || await debtors.FindAsync(accountId) is not { } debtor)
        {
            return (null, null);
        }

        var ladder = await ladders.GetAsync();
        var today = await days.TodayAsync();
        var decision = ReminderRules.Decide(ladder, debtor.Case, today);
        if (decision.Step is not { } step || (step == ReminderLadder.DigestStep) != digest)
        {
            return (null, decision);
        }

        var claim = new ReminderClaim(ids.GenerateUniqueId(), debtor.Account, step, debtor.Case.DebtSince!.Value, debtor.Case.Owed(ladder.Basis));
        return (await KeepAsync(claim, today), decision);
    }

    /// <summary>Takes a claim again that nobody knows the end of, because a person says so.</summary>
    public async Task<ReminderClaim?> TryReclaimAsync(string reminderId)
    {
        if (await FindAsync(reminderId) is not { State: ReminderState.Claimed, Step: not ReminderLadder.DigestStep } record
            || !IsUncertain(record, clock.UtcNow)
            || await debtors.FindAsync(record.AccountId) is not { } debtor
            || !debtor.Case.Owed(ReminderBasis.Projected).IsPositive)
        {
            return null;
        }

        record.ClaimedAt = Now;
        await session.SaveAsync(record, checkConcurrency: true, RemindersCollection.Name);
        return new ReminderClaim(record.ReminderId, debtor.Account, record.Step, record.DebtSince, debtor.Case.Owed((await ladders.GetAsync()).Basis));
    }

    public async Task SettleAsync(string reminderId, Dispatched dispatched)
    {
        ArgumentNullException.ThrowIfNull(dispatched);
        var record = await FindAsync(reminderId) ?? throw new InvalidOperationException($"Reminder {reminderId} was claimed and is not there.");
        record.State = dispatched.Fault is null ? ReminderState.Sent : ReminderState.Failed;
        record.SentAt = dispatched.Fault is null ? Now : null;
        record.Fault = dispatched.Fault;
        record.UserId = dispatched.UserId;
        record.Subject = dispatched.Mail?.Subject;
        record.Html = dispatched.Mail?.Html;
        await session.SaveAsync(record, checkConcurrency: true, RemindersCollection.Name);
    }

    /// <summary>Whether a claim is so old that whoever made it is gone.</summary>
    public static bool IsUncertain(ReminderRecord record, DateTime utcNow)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.State is ReminderState.Claimed && utcNow - record.ClaimedAt.UtcDateTime > LongestSending;
    }

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    // One that failed is the same step tried again.
    private async Task<ReminderClaim?> KeepAsync(ReminderClaim claim, DateOnly today)
    {
        var place = ReminderIndex.PlaceOf(claim.Account.Id, claim.DebtSince, claim.Step);
        var record = await session.Query<ReminderRecord, ReminderIndex>(index => index.Place == place, RemindersCollection.Name).FirstOrDefaultAsync()
            ?? new ReminderRecord { ReminderId = claim.ReminderId, AccountId = claim.Account.Id, Step = claim.Step, DebtSince = claim.DebtSince, State = ReminderState.Failed };
        if (record.State is not ReminderState.Failed)
        {
            return null;
        }

        record.State = ReminderState.Claimed;
        record.Fault = null;
        record.Day = today;
        record.Owed = claim.Owed.MinorUnits;
        record.ClaimedAt = Now;
        await session.SaveAsync(record, checkConcurrency: true, RemindersCollection.Name);
        return claim with { ReminderId = record.ReminderId };
    }

    private Task<ReminderRecord?> FindAsync(string reminderId) => session
        .Query<ReminderRecord, ReminderIndex>(index => index.ReminderId == reminderId, RemindersCollection.Name)
        .FirstOrDefaultAsync()!;
}
