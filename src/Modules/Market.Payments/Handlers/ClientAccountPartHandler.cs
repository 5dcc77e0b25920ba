using Market.Ledger.Banking;
using Market.Payments.Accounts;
using Market.Payments.Clients;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using YesSql;

namespace Market.Payments.Handlers;

/// <summary>Gives a new account its number, its reference and its balance row, all in the transaction that creates it.</summary>
public sealed class ClientAccountPartHandler(ISession session, LedgerTables tables, AccountNumbers numbers, ClientChanges changes, IEnumerable<IAccountObserver> observers)
    : ContentPartHandler<ClientAccountPart>
{
    public override async Task CreatingAsync(CreateContentContext context, ClientAccountPart part)
    {
        // An exception in a handler is logged and swallowed: unless all of this is done, the account is not created.
        context.Cancel = true;
        part.ContentItem.DisplayText = part.Name;
        await NumberAsync(part);
        part.Apply();
        await OpenRowAsync(part.ContentItem.ContentItemId);
        context.Cancel = false;
    }

    public override Task CreatedAsync(CreateContentContext context, ClientAccountPart part) => changes.RecordAsync(part);

    public override Task LoadedAsync(LoadContentContext context, ClientAccountPart part)
    {
        changes.Remember(part);
        return Task.CompletedTask;
    }

    public override Task UpdatedAsync(UpdateContentContext context, ClientAccountPart part)
    {
        part.ContentItem.DisplayText = part.Name;
        return changes.RecordAsync(part);
    }

    /// <summary>A copy is another account: of the client it has the name and the floor.</summary>
    public override async Task CloningAsync(CloneContentContext context, ClientAccountPart part)
    {
        var clone = context.CloneContentItem.GetOrCreate<ClientAccountPart>();
        clone.Number = null;
        clone.Reference = null;
        (clone.UserId, clone.FurtherLogins) = (null, []);
        clone.Status = AccountStatus.Open;
        await NumberAsync(clone);
        clone.Apply();
        context.CloneContentItem.DisplayText = clone.Name;
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

    private async Task NumberAsync(ClientAccountPart part)
    {
        if (string.IsNullOrEmpty(part.Number))
        {
            part.Number = await numbers.NextAsync();
            part.Reference = CreditorReference.For(part.Number);
        }
        else if (string.IsNullOrEmpty(part.Reference) && ClientRules.IsUsable(part.Number))
        {
            part.Reference = CreditorReference.For(part.Number);
        }
    }

    // An import writes the client of an account that is there once more.
    private async Task OpenRowAsync(string accountId)
    {
        var transaction = await session.BeginTransactionAsync();
        if (await tables.QuerySingleAsync<long>(transaction, $"SELECT COUNT(*) FROM {tables.Accounts} WHERE [AccountId] = @accountId", new { accountId }) == 0)
        {
            await tables.ExecuteAsync(
                transaction,
                $"INSERT INTO {tables.Accounts} ([AccountId], [Balance], [Pending], [Sequence], [Hash]) VALUES (@accountId, 0, 0, 0, '')",
                new { accountId });
        }
    }
}
