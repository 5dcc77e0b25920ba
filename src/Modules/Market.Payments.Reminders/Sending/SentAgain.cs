namespace Market.Payments.Reminders.Sending;

/// <summary>What became of mails that a person wanted sent again.</summary>
/// <param name="Sent">How many went out.</param>
/// <param name="Kept">How many are not to go out any more.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Fault">A sentence about the last one that failed; none where none did.</param>
public sealed record SentAgain(int Sent, int Kept, int Failed, string? Fault);
