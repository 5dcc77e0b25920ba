using Market.Payments.Reminders.Mails;

namespace Market.Payments.Reminders.Sending;

/// <summary>A mail that was handed to the mail service, or could not be.</summary>
/// <param name="Mail">The mail; none where it could not be written.</param>
/// <param name="UserId">The user it is for; none for the digest.</param>
/// <param name="Fault">What went wrong; none where nothing did.</param>
/// <param name="MayHaveGone">Whether it may have gone out even so.</param>
public sealed record Dispatched(ReminderMail? Mail, string? UserId, string? Fault, bool MayHaveGone = false);
