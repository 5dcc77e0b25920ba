using Market.Payments.Models;
using OrchardCore.ContentManagement;

namespace Market.Payments.Accounts;

/// <summary>Opens a client account: creates its content item, in the session of the scope.</summary>
public sealed class AccountOpening(IContentManager contents)
{
    public const string ContentType = "Client";

    public async Task<ContentItem> OpenAsync(string name, string? userId)
    {
        var client = await contents.NewAsync(ContentType);
        client.Alter<ClientAccountPart>(part =>
        {
            part.Name = name;
            part.UserId = userId;
        });
        return await contents.CreateAsync(client, VersionOptions.Published)
            ? client
            : throw new InvalidOperationException("The client account could not be created; the log says why.");
    }
}
