using Market.Ledger.Reminders;
using Market.Payments.Reminders.Ladder;

namespace Market.Payments.Reminders.Plan;

/// <summary>What would go out today: every account over the threshold and why, counted over all of them, shown a page at a time.</summary>
public sealed class ReminderPlan(Debtors debtors, ReminderLadderReader ladders, IMarketCalendar calendar)
{
    public async Task<PlannedReminders> ReadAsync(PlanFilter filter, int skip, int take)
    {
        var ladder = await ladders.GetAsync();
        var today = await calendar.TodayAsync();
        var planned = new PlannedReminders(ladder, today);
        await foreach (var debtor in debtors.ReadAsync(ladder.Threshold))
        {
            var decision = ReminderRules.Decide(ladder, debtor.Case, today);
            var place = planned.Count(decision, filter);
            if (place >= skip && place < skip + take)
            {
                planned.Rows.Add(new PlannedReminder(debtor.Account, debtor.Case, decision));
            }
        }

        return planned;
    }

    /// <summary>The accounts that the coordinator is to be told of today.</summary>
    public async IAsyncEnumerable<string> HandOversAsync()
    {
        var ladder = await ladders.GetAsync();
        var today = await calendar.TodayAsync();
        await foreach (var debtor in debtors.ReadAsync(ladder.Threshold))
        {
            if (ReminderRules.Decide(ladder, debtor.Case, today) is ReminderDecision.Digest)
            {
                yield return debtor.Account.Id;
            }
        }
    }
}
