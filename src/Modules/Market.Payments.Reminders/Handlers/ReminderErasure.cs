using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sent;
using YesSql;

namespace Market.Payments.Reminders.Handlers;

/// <summary>
/// Erases the mails of a client whose account is closed, and all about reminders of one who is removed, which only an account without
/// operations is: it is about a person, and no part of the books.
/// </summary>
public sealed class ReminderErasure(ISession session, MailErasure erasure) : IAccountObserver
{
    public Task ClosedAsync(string accountId) => erasure.EraseAsync(accountId);

    public async Task RemovedAsync(string accountId)
    {
        foreach (var record in await session.Query<ReminderRecord, ReminderIndex>(index => index.AccountId == accountId, RemindersCollection.Name).ListAsync())
        {
            session.Delete(record, RemindersCollection.Name);
        }

        foreach (var choice in await session.Query<ReminderChoice, ReminderChoiceIndex>(index => index.AccountId == accountId, RemindersCollection.Name).ListAsync())
        {
            session.Delete(choice, RemindersCollection.Name);
        }
    }
}
