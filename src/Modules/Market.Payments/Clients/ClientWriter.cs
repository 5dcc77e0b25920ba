using Market.Payments.Models;
using OrchardCore.ContentManagement;

namespace Market.Payments.Clients;

/// <summary>Changes a client and publishes it, in the session of the scope.</summary>
public sealed class ClientWriter(IContentManager contents)
{
    /// <exception cref="InvalidOperationException">There is no such client, or it could not be changed.</exception>
    public async Task ChangeAsync(string accountId, Action<ClientAccountPart> change)
    {
        var item = await contents.GetAsync(accountId, VersionOptions.DraftRequired) ?? throw new InvalidOperationException("The client is gone.");
        item.Alter(change);
        await contents.UpdateAsync(item);
        if (!await contents.PublishAsync(item))
        {
            throw new InvalidOperationException("The client could not be changed; the log says why.");
        }
    }
}
