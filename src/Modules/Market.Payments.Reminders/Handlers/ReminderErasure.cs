using Market.Payments.Models;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Services;
using OrchardCore.ContentManagement.Handlers;
using YesSql;

namespace Market.Payments.Reminders.Handlers;

/// <summary>Erases the mails of a client who is removed, and what they chose: both are about a person, and no part of the books.</summary>
public sealed class ReminderErasure(ISession session) : ContentPartHandler<ClientAccountPart>
{
    public override async Task RemovedAsync(RemoveContentContext context, ClientAccountPart part)
    {
        if (!context.NoActiveVersionLeft)
        {
            return;
        }

        var accountId = part.ContentItem.ContentItemId;
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
