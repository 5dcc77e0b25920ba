namespace Market.Payments.Reminders.Models;

/// <summary>A mail in one language, in Liquid.</summary>
public class ReminderText
{
    public string Subject { get; set; } = string.Empty;

    /// <summary>HTML.</summary>
    public string Body { get; set; } = string.Empty;
}
