using Market.Ledger.Reminders;

namespace Market.Payments.Reminders.Plan;

/// <summary>The counts over every account over the threshold, and one page of them.</summary>
public sealed class PlannedReminders(ReminderLadder ladder, DateOnly today)
{
    private readonly int[] _counts = new int[Enum.GetValues<PlanFilter>().Length];

    public ReminderLadder Ladder { get; } = ladder;

    public DateOnly Today { get; } = today;

    public IList<PlannedReminder> Rows { get; } = [];

    /// <summary>How many accounts a filter shows.</summary>
    public int this[PlanFilter filter] => _counts[(int)filter];

    /// <summary>How many mails would go out, by their step.</summary>
    public SortedDictionary<int, int> Mails { get; } = [];

    /// <summary>Counts an account.</summary>
    /// <returns>Its place among those the filter shows, from zero; less than zero where it shows it not.</returns>
    internal int Count(ReminderDecision decision, PlanFilter filter)
    {
        var kind = decision switch
        {
            ReminderDecision.Send => PlanFilter.Mails,
            ReminderDecision.Digest => PlanFilter.Digest,
            _ => PlanFilter.NotNow,
        };
        if (decision is ReminderDecision.Send send)
        {
            Mails[send.Mail] = Mails.GetValueOrDefault(send.Mail) + 1;
        }

        _counts[(int)PlanFilter.All]++;
        _counts[(int)kind]++;
        return filter is PlanFilter.All || filter == kind ? _counts[(int)filter] - 1 : -1;
    }
}
