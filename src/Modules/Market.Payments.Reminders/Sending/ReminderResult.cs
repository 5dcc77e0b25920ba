using Market.Ledger.Reminders;

namespace Market.Payments.Reminders.Sending;

/// <summary>What became of a reminder that was asked for.</summary>
public abstract record ReminderResult
{
    private ReminderResult()
    {
    }

    /// <summary>It went out.</summary>
    /// <param name="Count">To how many, or about how many accounts.</param>
    public sealed record Sent(int Count = 1) : ReminderResult;

    /// <summary>It was not to go out.</summary>
    /// <param name="Decision">Why; none where there is no such account or nobody to tell of.</param>
    public sealed record Skipped(ReminderDecision? Decision = null) : ReminderResult;

    /// <summary>It could not go out; the next run tries again.</summary>
    /// <param name="Fault">A sentence.</param>
    public sealed record Failed(string Fault) : ReminderResult;
}
