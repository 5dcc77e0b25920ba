namespace Market.Ledger.Reminders;

/// <summary>
/// Decides who is reminded. A reminder counts for the present debt where it went out on or after the day the oldest open debt began:
/// who pays the old debt starts the ladder anew for the newer one, who pays a part of it goes on.
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
        return WhyNone(ladder, account, today) ?? NextStep(ladder, account, account.DebtSince!.Value, today);
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

        if (account.Owed(ReminderBasis.Confirmed) <= ladder.Threshold || account.DebtSince is not { } since)
        {
            return new(SkipReason.BelowThreshold);
        }

        // An order of next week's distribution makes no old debt of a few cents worth a mail.
        var overdue = account.Debts.Where(debt => debt.AgeOn(today) >= ladder.GraceDays).Aggregate(Money.Zero(ladder.Threshold.Currency), (sum, debt) => sum + debt.Remaining);
        if (overdue <= ladder.Threshold)
        {
            return new(SkipReason.InGrace, today < since.AddDays(ladder.GraceDays) ? since.AddDays(ladder.GraceDays) : null);
        }

        // What is announced pays the oldest debts first.
        if (overdue - account.Balances.Pending <= ladder.Threshold)
        {
            return new(SkipReason.PaymentAnnounced);
        }

        if (account.PausedUntil >= today)
        {
            return new(SkipReason.Paused, account.PausedUntil.Value.AddDays(1));
        }

        return ladder.MaxBankAgeDays is { } most && account.BankDataUntil?.AddDays(most) < today ? new(SkipReason.BankDataOld) : null;
    }

    private static ReminderDecision NextStep(ReminderLadder ladder, ReminderCase account, DateOnly since, DateOnly today)
    {
        var past = account.Past.Where(reminder => reminder.SentOn >= since).ToList();
        if (past.Any(reminder => reminder.IsDigest))
        {
            return new ReminderDecision.Skip(SkipReason.HandedOver);
        }

        var (step, due, passedOver) = Climb(ladder, account, past, since);
        SkipReason? whyPassed = !passedOver ? null : account.HasAddress ? SkipReason.OptedOut : SkipReason.NoAddress;
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
    private static (int? Step, DateOnly Due, bool PassedOver) Climb(ReminderLadder ladder, ReminderCase account, List<PastReminder> past, DateOnly since)
    {
        var due = LastMail(past) ?? since.AddDays(ladder.GraceDays);
        var passedOver = false;
        var reached = past.Select(reminder => reminder.Step).DefaultIfEmpty().Max();
        for (var step = reached + 1; past.Count < ladder.Cap && step <= ladder.Steps.Count; step++)
        {
            due = due.AddDays(ladder.Steps[step - 1].DaysAfterPrevious);
            if (account.HasAddress && (ladder.Steps[step - 1].IsObligatory || !account.IsOptedOut))
            {
                return (step, due, passedOver);
            }

            passedOver = true;
        }

        return ladder.DigestAfterDays is { } days ? (ReminderLadder.DigestStep, due.AddDays(days), passedOver) : (null, due, passedOver);
    }

    private static DateOnly? LastMail(IEnumerable<PastReminder> past) =>
        past.Where(reminder => !reminder.IsDigest).Select(reminder => (DateOnly?)reminder.SentOn).Max();
}
