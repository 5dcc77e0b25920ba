namespace Market.Payments.Reminders.Models;

/// <summary>What a member, or a coordinator for them, chose about the reminders of an account.</summary>
public class ReminderChoice
{
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Whether only the obligatory mails go out.</summary>
    public bool IsOptedOut { get; set; }

    /// <summary>The last day on which nothing goes out.</summary>
    public DateOnly? PausedUntil { get; set; }
}
