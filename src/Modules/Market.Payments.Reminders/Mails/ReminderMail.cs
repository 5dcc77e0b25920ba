namespace Market.Payments.Reminders.Mails;

/// <summary>A mail, with inert links until it goes out.</summary>
public sealed record ReminderMail(string Subject, string Html, string Text);
