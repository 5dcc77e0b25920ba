namespace Market.Payments.Reminders.Sending;

/// <summary>Whom a mail goes to, and in which language.</summary>
public sealed record Recipient(string UserId, string Address, string Culture);
