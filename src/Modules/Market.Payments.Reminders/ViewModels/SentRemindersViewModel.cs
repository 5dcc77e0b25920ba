using Market.Ledger.Reminders;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.Sent;
using OrchardCore.DisplayManagement;

namespace Market.Payments.Reminders.ViewModels;

public class SentRemindersViewModel
{
    public SentFilter Filter { get; init; }

    public required IReadOnlyDictionary<SentFilter, int> Counts { get; init; }

    /// <summary>The runs that are not done.</summary>
    public IReadOnlyList<AccountLoop> Running { get; init; } = [];

    /// <summary>The runs that a fault ended and that nobody has removed yet.</summary>
    public IReadOnlyList<BrokenLoop> Broken { get; init; } = [];

    public required SentTableViewModel Table { get; init; }

    /// <summary>Whether whoever looks may have mails sent.</summary>
    public bool MaySend { get; init; }

    /// <summary>The mails on this page that a person may have sent again.</summary>
    public IReadOnlyList<ReminderRecord> Uncertain =>
        [.. Table.Records.Where(record => record.Step != ReminderLadder.DigestStep && ReminderClaims.IsUncertain(record, Table.UtcNow))];

    public required IShape Pager { get; init; }
}
