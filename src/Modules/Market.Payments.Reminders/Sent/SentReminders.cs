using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sending;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Reminders.Sent;

/// <summary>Reads what went out, the newest first.</summary>
public sealed class SentReminders(ISession session, IClock clock)
{
    private const string Claimed = nameof(ReminderState.Claimed);

    private const string Uncertain = nameof(ReminderState.Uncertain);

    public Task<int> CountAsync(SentFilter filter) => Query(filter).CountAsync();

    public async Task<IReadOnlyList<ReminderRecord>> ListAsync(SentFilter filter, int skip, int take) =>
        [.. await Query(filter).OrderByDescending(index => index.ClaimedMilliseconds).ThenBy(index => index.ReminderId).Skip(skip).Take(take).NoDuplicates().ListAsync()];

    public async Task<IReadOnlyList<ReminderRecord>> ListAsync(string accountId) =>
        [.. await session.Query<ReminderRecord, ReminderIndex>(index => index.AccountId == accountId, RemindersCollection.Name)
            .OrderByDescending(index => index.ClaimedMilliseconds).NoDuplicates().ListAsync()];

    public async Task<ReminderRecord?> FindAsync(string reminderId) => await session
        .Query<ReminderRecord, ReminderIndex>(index => index.ReminderId == reminderId, RemindersCollection.Name)
        .FirstOrDefaultAsync();

    private IQuery<ReminderRecord, ReminderIndex> Query(SentFilter filter)
    {
        var name = filter.ToString();
        var old = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).Subtract(ReminderClaims.LongestSending).ToUnixTimeMilliseconds();
        return filter switch
        {
            SentFilter.All => session.Query<ReminderRecord, ReminderIndex>(RemindersCollection.Name),
            SentFilter.Uncertain => session.Query<ReminderRecord, ReminderIndex>(index => index.State == Uncertain || (index.State == Claimed && index.ClaimedMilliseconds < old), RemindersCollection.Name),
            _ => session.Query<ReminderRecord, ReminderIndex>(index => index.State == name, RemindersCollection.Name),
        };
    }
}
