using Market.Payments.Reminders.Services;
using Market.Payments.Workflows;
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

    public required IShape Pager { get; init; }
}
