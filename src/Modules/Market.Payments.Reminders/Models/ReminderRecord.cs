namespace Market.Payments.Reminders.Models;

/// <summary>
/// A step taken for a debt. It is claimed and committed before anything is sent, so that nobody is written to twice. It keeps the mail as
/// it went out, until that is erased.
/// </summary>
public class ReminderRecord
{
    public string ReminderId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    /// <summary>The mail's number, or the digest's.</summary>
    public int Step { get; set; }

    /// <summary>The day from which more than the threshold was owed.</summary>
    public DateOnly DebtSince { get; set; }

    /// <summary>The market's day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>What was overdue, in minor units.</summary>
    public long Owed { get; set; }

    public ReminderState State { get; set; }

    public DateTimeOffset ClaimedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The market's day on which it first failed; none where it did not.</summary>
    public DateOnly? FailedSince { get; set; }

    /// <summary>Why it failed, in the words of the mail service.</summary>
    public string? Fault { get; set; }

    /// <summary>The user it was written to; none for the digest.</summary>
    public string? UserId { get; set; }

    public string? Subject { get; set; }

    public string? Html { get; set; }
}
