using Market.Ledger.Amounts;
using Market.Payments.Reminders.Models;

namespace Market.Payments.Reminders.ViewModels;

/// <summary>A table of what went out.</summary>
public sealed record SentTableViewModel(
    IReadOnlyList<ReminderRecord> Records,
    IReadOnlyDictionary<string, ClientAccount> Accounts,
    Currency Currency,
    TimeZoneInfo Zone,
    DateTime UtcNow);
