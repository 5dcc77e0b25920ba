using Market.Ledger.Amounts;

namespace Market.Payments.Reminders.Sending;

/// <summary>A step that is this process's to take, and committed as such.</summary>
public sealed record ReminderClaim(string ReminderId, ClientAccount Account, int Step, DateOnly DebtSince, Money Owed);
