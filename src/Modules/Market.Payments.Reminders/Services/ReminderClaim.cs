using Market.Ledger;
using Market.Ledger.Reminders;

namespace Market.Payments.Reminders.Services;

/// <summary>A step that is this process's to take, and committed as such.</summary>
public sealed record ReminderClaim(string ReminderId, ClientAccount Account, int Step, DateOnly DebtSince, Money Owed);
