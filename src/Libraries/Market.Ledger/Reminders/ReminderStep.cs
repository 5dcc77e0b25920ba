namespace Market.Ledger.Reminders;

/// <summary>A mail of the ladder.</summary>
/// <param name="DaysAfterPrevious">How many days it comes after the one before; the first one, after the grace days.</param>
/// <param name="IsObligatory">Whether it also goes to a member who does not want reminders.</param>
public sealed record ReminderStep(int DaysAfterPrevious, bool IsObligatory = false);
