namespace Market.Ledger.Reminders;

/// <summary>What to do about an account today.</summary>
public abstract record ReminderDecision
{
    private ReminderDecision()
    {
    }

    /// <summary>Send the member a mail.</summary>
    /// <param name="Mail">Which one, from one.</param>
    public sealed record Send(int Mail) : ReminderDecision;

    /// <summary>Tell the coordinator.</summary>
    public sealed record Digest : ReminderDecision;

    /// <summary>Nothing.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Until">The day on which that may be another, where it is known.</param>
    public sealed record Skip(SkipReason Reason, DateOnly? Until = null) : ReminderDecision;

    /// <summary>The step to take: the mail's number or <see cref="ReminderLadder.DigestStep"/>; none to take.</summary>
    public int? Step => this switch
    {
        Send send => send.Mail,
        Digest => ReminderLadder.DigestStep,
        _ => null,
    };
}
