using Market.Payments.Reminders.Plan;
using OrchardCore.DisplayManagement;

namespace Market.Payments.Reminders.ViewModels;

public class PlanViewModel
{
    public required PlannedReminders Planned { get; init; }

    public PlanFilter Filter { get; init; }

    public bool MaySend { get; init; }

    public bool MaySet { get; init; }

    /// <summary>Whether the site's address is set, which mails of the background need for their links.</summary>
    public bool HasAddress { get; init; }

    public required IShape Pager { get; init; }
}
