using Market.Ledger.Reminders;

namespace Market.Payments.Reminders.Plan;

/// <summary>An account over the threshold and what would be done about it.</summary>
public sealed record PlannedReminder(ClientAccount Account, ReminderCase Case, ReminderDecision Decision);
