namespace Market.Ledger.Reminders;

/// <summary>
/// Decides who is reminded. A reminder counts for the present debt where it went out on or after the day from which more than the threshold
/// is owed: who pays the old debt, or all but a little of it, starts the ladder anew for the newer one; who pays a part of it goes on.
/// </summary>
public static class ReminderRules
{
    /// <summary>What to do about an account on a day.</summary>
    /// <param name="ladder">The market's ladder.</param>
    /// <param name="account">What is known of the account.</param>
    /// <param name="today">The market's day.</param>
    public static ReminderDecision Decide(ReminderLadder ladder, ReminderCase account, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentNullException.ThrowIfNull(account);
        return WhyNone(ladder, account, today) ?? NextStep(ladder, account, account.DebtSince(ladder.Threshold)!.Value, today);
    }

    /// <summary>
    /// Whether a reminder of which nobody knows whether it went out may be sent again because a person asks for it: on a quiet day and soon
    /// after another one it may, but only where it would be the next step had it not gone out.
    /// </summary>
    /// <param name="ladder">The market's ladder.</param>
    /// <param name="account">What is known of the account.</param>
    /// <param name="reminder">The reminder, one of the account's past ones.</param>
    /// <param name="debtSince">The debt it was for: the day from which it was owed.</param>
    /// <param name="today">The market's day.</param>
    public static ReminderDecision DecideAgain(ReminderLadder ladder, ReminderCase account, PastReminder reminder, DateOnly debtSince, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentNullException.ThrowIfNull(account);
        var others = account.Past.ToList();
        others.Remove(reminder);
        var decision = Decide(ladder with { CooldownDays = 0, QuietDays = QuietDays.None }, account with { Past = others }, today);
        return decision is ReminderDecision.Skip || (decision.Step == reminder.Step && account.DebtSince(ladder.Threshold) == debtSince)
            ? decision
            : new ReminderDecision.Skip(SkipReason.Overtaken);
    }

    private static ReminderDecision.Skip? WhyNone(ReminderLadder ladder, ReminderCase account, DateOnly today)
    {
        if (ladder.Steps.Count == 0 && ladder.DigestAfterDays is null)
        {
            return new(SkipReason.NoLadder);
        }

        if (!account.IsOpen)
        {
            return new(SkipReason.Closed);
        }

        if (account.DebtSince(ladder.Threshold) is not { } since)
        {
            return new(SkipReason.BelowThreshold);
        }

        if (since.AddDays(ladder.GraceDays) is var free && today < free)
        {
            return new(SkipReason.InGrace, free);
        }

        if (account.Overdue(ladder, ReminderBasis.Projected, today) <= ladder.Threshold)
        {
            return new(SkipReason.PaymentAnnounced);
        }

        if (account.PausedUntil >= today)
        {
            return new(SkipReason.Paused, account.PausedUntil.Value.AddDays(1));
        }

        return ladder.MaxBankAgeDays is not { } most || !account.HasBankData ? null
            : account.BankDataUntil is not { } until ? new(SkipReason.BankDataUnknown)
            : until.AddDays(most) < today ? new(SkipReason.BankDataOld) : null;
    }

    private static ReminderDecision NextStep(ReminderLadder ladder, ReminderCase account, DateOnly since, DateOnly today)
    {
        var past = account.Past.Where(reminder => reminder.SentOn >= since).ToList();
        if (past.Any(reminder => reminder.IsDigest))
        {
            return new ReminderDecision.Skip(SkipReason.HandedOver);
        }

        var (step, due, whyPassed) = Climb(ladder, account, past, since, today);
        if (step is null)
        {
            return new ReminderDecision.Skip(whyPassed ?? (past.Count >= ladder.Cap ? SkipReason.CapReached : SkipReason.LadderDone));
        }

        if (today < due)
        {
            return new ReminderDecision.Skip(whyPassed ?? SkipReason.NotDue, due);
        }

        if (step is not ReminderLadder.DigestStep && LastMail(account.Past)?.AddDays(ladder.CooldownDays) is { } free && today < free)
        {
            return new ReminderDecision.Skip(SkipReason.Cooldown, free);
        }

        return ladder.QuietDays.Contains(today) ? new ReminderDecision.Skip(SkipReason.QuietDay)
            : step is { } mail and not ReminderLadder.DigestStep ? new ReminderDecision.Send(mail)
            : new ReminderDecision.Digest();
    }

    // A mail that cannot or should not reach the member is passed over in its own time, so that the steps after it come when they would have.
    private static (int? Step, DateOnly Due, SkipReason? WhyPassed) Climb(ReminderLadder ladder, ReminderCase account, List<PastReminder> past, DateOnly since, DateOnly today)
    {
        var due = LastMail(past) ?? since.AddDays(ladder.GraceDays);
        SkipReason? whyPassed = null;
        var reached = past.Select(reminder => reminder.Step).DefaultIfEmpty().Max();
        for (var step = reached + 1; past.Count < ladder.Cap && step <= ladder.Steps.Count; step++)
        {
            due = due.AddDays(ladder.Steps[step - 1].DaysAfterPrevious);
            var failing = FailingSince(account, step, since);
            SkipReason? why = !account.HasAddress ? SkipReason.NoAddress
                : account.IsOptedOut && !ladder.Steps[step - 1].IsObligatory ? SkipReason.OptedOut
                : ladder.DaysAfter(step) is { } days && failing?.AddDays(days) <= today ? SkipReason.Undeliverable
                : null;
            if (why is null)
            {
                return (step, due, whyPassed);
            }

            whyPassed = why;
            due = failing > due ? failing.Value : due;
        }

        return ladder.DigestAfterDays is { } after ? (ReminderLadder.DigestStep, due.AddDays(after), whyPassed) : (null, due, whyPassed);
    }

    private static DateOnly? FailingSince(ReminderCase account, int mail, DateOnly since) =>
        account.Failing.Where(reminder => reminder.Step == mail && reminder.Since >= since).Select(reminder => (DateOnly?)reminder.Since).Min();

    private static DateOnly? LastMail(IEnumerable<PastReminder> past) =>
        past.Where(reminder => !reminder.IsDigest).Select(reminder => (DateOnly?)reminder.SentOn).Max();
}
