using Market.Ledger.Banking;
using Market.Payments.Accounts;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using YesSql;

namespace Market.Payments.Handlers;

/// <summary>Gives a new account its number, its reference and its balance row, all in the transaction that creates it; keeps one with operations from being removed.</summary>
public sealed class ClientAccountPartHandler(ISession session, LedgerTables tables, AccountNumbers numbers, AccountRemoval removal, IEnumerable<IAccountObserver> observers)
    : ContentPartHandler<ClientAccountPart>
{
    public override async Task CreatingAsync(CreateContentContext context, ClientAccountPart part)
    {
        // An exception in a handler is logged and swallowed: unless all of this is done, the account is not created.
        context.Cancel = true;
        part.ContentItem.DisplayText = part.Name;
        if (string.IsNullOrEmpty(part.Number))
        {
            part.Number = await numbers.NextAsync();
            part.Reference = CreditorReference.For(part.Number);
        }

        part.Apply();

        var accountId = part.ContentItem.ContentItemId;
        var transaction = await session.BeginTransactionAsync();
        await tables.ExecuteAsync(
            transaction,
            $"INSERT INTO {tables.Accounts} ([AccountId], [Balance], [Pending], [Sequence], [Hash]) VALUES (@accountId, 0, 0, 0, '')",
            new { accountId });
        context.Cancel = false;
    }

    public override Task UpdatedAsync(UpdateContentContext context, ClientAccountPart part)
    {
        part.ContentItem.DisplayText = part.Name;
        return Task.CompletedTask;
    }

    public override Task CloningAsync(CloneContentContext context, ClientAccountPart part)
    {
        var clone = context.CloneContentItem.GetOrCreate<ClientAccountPart>();
        clone.Number = null;
        clone.Reference = null;
        clone.UserId = null;
        clone.Apply();
        return Task.CompletedTask;
    }

    public override async Task PublishedAsync(PublishContentContext context, ClientAccountPart part)
    {
        if (part.Status is AccountStatus.Closed)
        {
            foreach (var observer in observers)
            {
                await observer.ClosedAsync(part.ContentItem.ContentItemId);
            }
        }
    }

    public override async Task RemovedAsync(RemoveContentContext context, ClientAccountPart part)
    {
        if (context.NoActiveVersionLeft)
        {
            foreach (var observer in observers)
            {
                await observer.RemovedAsync(part.ContentItem.ContentItemId);
            }
        }
    }

    public override async Task RemovingAsync(RemoveContentContext context, ClientAccountPart part)
    {
        if (!context.NoActiveVersionLeft)
        {
            return;
        }

        // Cancelled unless it is sure, as above.
        context.Cancel = true;
        if (await removal.TryRemoveAsync(part.ContentItem.ContentItemId))
        {
            context.Cancel = false;
        }
        else
        {
            await removal.ExplainAsync();
        }
    }
}
