namespace Market.Payments.Reminders.Services;

/// <summary>A mail as it goes out.</summary>
public sealed record ReminderMail(string Subject, string Html, string Text);
