using Market.Ledger;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Models;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Ladder;

/// <summary>The ladder in force now.</summary>
public sealed class ReminderLadderReader(ISiteService siteService, IMarketTerms terms)
{
    public async Task<ReminderLadder> GetAsync() =>
        (await siteService.GetSettingsAsync<RemindersSettings>()).ToLadder((await terms.GetAsync()).Currency);
}
