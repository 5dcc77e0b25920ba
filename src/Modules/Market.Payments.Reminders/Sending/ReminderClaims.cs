using Market.Ledger;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Ladder;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Plan;
using OrchardCore.Modules;
using YesSql;
using IIdGenerator = OrchardCore.Entities.IIdGenerator;

namespace Market.Payments.Reminders.Sending;

/// <summary>Claims a step and says later what became of it, in the transaction of the scope.</summary>
public sealed class ReminderClaims(
    ISession session,
    ILedgerStore store,
    Debtors debtors,
    ReminderLadderReader ladders,
    IMarketCalendar calendar,
    IIdGenerator ids,
    IClock clock)
{
    private const string Claimed = nameof(ReminderState.Claimed);

    private const string Uncertain = nameof(ReminderState.Uncertain);

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
        var today = await calendar.TodayAsync();
        var decision = ReminderRules.Decide(ladder, debtor.Case, today);
        if (decision.Step is not { } step || (step == ReminderLadder.DigestStep) != digest)
        {
            return (null, decision);
        }

        var claim = new ReminderClaim(ids.GenerateUniqueId(), debtor.Account, step, debtor.Case.DebtSince(ladder.Threshold)!.Value, debtor.Case.Overdue(ladder, ladder.Basis, today));
        return (await KeepAsync(claim, today), decision);
    }

    /// <summary>
    /// Takes a reminder again of which nobody knows whether it went out, because a person says so: where it would still be the next step had
    /// it not. The account is locked as above.
    /// </summary>
    /// <returns>The claim, or the decision against it; neither where it is known what became of the reminder.</returns>
    public async Task<(ReminderClaim? Claim, ReminderDecision? Decision)> TryReclaimAsync(string reminderId)
    {
        if (await FindAsync(reminderId) is not { Step: not ReminderLadder.DigestStep } record
            || !IsUncertain(record, clock.UtcNow)
            || await store.LockAsync(record.AccountId) is null
            || await debtors.FindAsync(record.AccountId) is not { } debtor)
        {
            return (null, null);
        }

        var ladder = await ladders.GetAsync();
        var today = await calendar.TodayAsync();
        var decision = ReminderRules.DecideAgain(ladder, debtor.Case, new PastReminder(record.Step, record.Day), record.DebtSince, today);
        if (decision is not ReminderDecision.Send)
        {
            return (null, decision);
        }

        var claim = new ReminderClaim(record.ReminderId, debtor.Account, record.Step, record.DebtSince, debtor.Case.Overdue(ladder, ladder.Basis, today));
        await ClaimAsync(record, claim, today);
        return (claim, decision);
    }

    /// <summary>Gives up every digest of which nobody knows whether it arrived, because a person says that none did: the next run tells of those members.</summary>
    /// <returns>Of how many.</returns>
    public async Task<int> ReleaseDigestsAsync()
    {
        var released = 0;
        foreach (var record in await session.Query<ReminderRecord, ReminderIndex>(
            index => index.Step == ReminderLadder.DigestStep && (index.State == Uncertain || index.State == Claimed), RemindersCollection.Name).ListAsync())
        {
            if (IsUncertain(record, clock.UtcNow))
            {
                record.State = ReminderState.Failed;
                await session.SaveAsync(record, checkConcurrency: true, RemindersCollection.Name);
                released++;
            }
        }

        return released;
    }

    public async Task SettleAsync(string reminderId, Dispatched dispatched)
    {
        ArgumentNullException.ThrowIfNull(dispatched);
        var record = await FindAsync(reminderId) ?? throw new InvalidOperationException($"Reminder {reminderId} was claimed and is not there.");
        record.State = dispatched.Fault is null ? ReminderState.Sent : dispatched.MayHaveGone ? ReminderState.Uncertain : ReminderState.Failed;
        record.SentAt = dispatched.Fault is null ? Now : null;
        record.FailedSince = record.State is ReminderState.Failed ? record.FailedSince ?? record.Day : null;
        record.Fault = dispatched.Fault;
        record.UserId = dispatched.UserId;
        record.Subject = dispatched.Mail?.Subject;
        record.Html = dispatched.Mail?.Html;
        await session.SaveAsync(record, checkConcurrency: true, RemindersCollection.Name);
    }

    /// <summary>Whether nobody knows if it went out: the mail service failed so, or the claim is so old that whoever made it is gone.</summary>
    public static bool IsUncertain(ReminderRecord record, DateTime utcNow)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.State is ReminderState.Uncertain || (record.State is ReminderState.Claimed && utcNow - record.ClaimedAt.UtcDateTime > LongestSending);
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

        await ClaimAsync(record, claim, today);
        return claim with { ReminderId = record.ReminderId };
    }

    private Task ClaimAsync(ReminderRecord record, ReminderClaim claim, DateOnly today)
    {
        record.State = ReminderState.Claimed;
        record.Fault = null;
        record.Day = today;
        record.Owed = claim.Owed.MinorUnits;
        record.ClaimedAt = Now;
        return session.SaveAsync(record, checkConcurrency: true, RemindersCollection.Name);
    }

    private Task<ReminderRecord?> FindAsync(string reminderId) => session
        .Query<ReminderRecord, ReminderIndex>(index => index.ReminderId == reminderId, RemindersCollection.Name)
        .FirstOrDefaultAsync()!;
}
