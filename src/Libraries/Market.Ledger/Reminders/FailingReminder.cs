namespace Market.Ledger.Reminders;

/// <summary>A mail that is tried anew each time, because it certainly did not go out.</summary>
/// <param name="Step">The mail's number.</param>
/// <param name="Since">The market's day on which it first failed.</param>
public readonly record struct FailingReminder(int Step, DateOnly Since);
