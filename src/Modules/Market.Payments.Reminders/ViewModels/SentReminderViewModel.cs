using Market.Ledger.Amounts;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sending;

namespace Market.Payments.Reminders.ViewModels;

public class SentReminderViewModel
{
    public required ReminderRecord Record { get; init; }

    /// <summary>None where the client is gone.</summary>
    public ClientAccount? Account { get; init; }

    public Money Owed { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public DateTime UtcNow { get; init; }

    public bool MaySend { get; init; }

    public bool IsUncertain => ReminderClaims.IsUncertain(Record, UtcNow);
}
