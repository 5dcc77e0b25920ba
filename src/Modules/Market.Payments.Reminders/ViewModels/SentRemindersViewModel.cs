using Market.Payments.Reminders.Services;
using OrchardCore.DisplayManagement;

namespace Market.Payments.Reminders.ViewModels;

public class SentRemindersViewModel
{
    public SentFilter Filter { get; init; }

    public required IReadOnlyDictionary<SentFilter, int> Counts { get; init; }

    public required SentTableViewModel Table { get; init; }

    public required IShape Pager { get; init; }
}
