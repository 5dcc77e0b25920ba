using Market.Payments.Reminders.Choices;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Reminders.Sent;

/// <summary>The reminders that went to a member, with their mails as long as those are kept, and what was chosen about them.</summary>
public sealed class ReminderData(ISession session, ReminderChoices choices, IStringLocalizer<ReminderData> S) : IPersonalData
{
    public string Name => "reminders";

    public string Label => S["Reminders that were sent to you, and a pause of them"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var choice = await choices.FindAsync(account.Id);
        var records = await session.Query<ReminderRecord, ReminderIndex>(index => index.AccountId == account.Id, RemindersCollection.Name)
            .OrderBy(index => index.ClaimedMilliseconds)
            .ListAsync();
        return
        [
            new { WantsObligatoryOnly = choice.IsOptedOut, choice.PausedUntil },
            .. records.Select(record => new { record.Step, record.Day, record.DebtSince, OwedMinorUnits = record.Owed, record.State, record.SentAt, record.Subject, Mail = record.Html }),
        ];
    }
}
