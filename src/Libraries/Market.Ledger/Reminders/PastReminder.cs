namespace Market.Ledger.Reminders;

/// <summary>A reminder that went out, or may have: one of which nobody knows is not sent again.</summary>
/// <param name="Step">The mail's number, or <see cref="ReminderLadder.DigestStep"/>.</param>
/// <param name="SentOn">The market's day.</param>
public readonly record struct PastReminder(int Step, DateOnly SentOn)
{
    /// <summary>Whether it told the coordinator and not the member.</summary>
    public bool IsDigest => Step == ReminderLadder.DigestStep;
}
