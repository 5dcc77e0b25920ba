using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Reminders.Desk;

/// <summary>A member who was written to for the third time, or more often, for one debt.</summary>
public sealed class LateReminderAlerts(ISession session, IClientAccounts accounts, IMarketTerms terms, IStringLocalizer<LateReminderAlerts> S) : IAlertSource
{
    private const int Third = 3;

    public string Name => "third-reminder";

    public string Label => S["A third reminder is sent to a member"];

    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since)
    {
        var (milliseconds, sent) = (since.ToUnixTimeMilliseconds(), nameof(ReminderState.Sent));
        var records = (await session
            .Query<ReminderRecord, ReminderIndex>(index => index.ClaimedMilliseconds >= milliseconds && index.Step >= Third && index.State == sent, RemindersCollection.Name)
            .OrderBy(index => index.ClaimedMilliseconds)
            .Take(Alert.Most)
            .ListAsync()).ToList();
        var names = await accounts.FindManyAsync([.. records.Select(record => record.AccountId).Distinct(StringComparer.Ordinal)]);
        var currency = (await terms.GetAsync()).Currency;
        return [.. records.Select(record => new Alert(
            record.ReminderId,
            record.ClaimedAt,
            S["{0} was sent reminder {1}, for {2}.", names.GetValueOrDefault(record.AccountId)?.Name ?? record.AccountId, record.Step, new Money(record.Owed, currency).ForPeople()],
            "payments/accounts/" + record.AccountId))];
    }
}
