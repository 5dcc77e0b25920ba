namespace Market.Payments.Reminders.Mails;

/// <summary>A mail as it goes out.</summary>
public sealed record ReminderMail(string Subject, string Html, string Text);
