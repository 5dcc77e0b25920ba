using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents.Services;
using OrchardCore.Contents.ViewModels;
using OrchardCore.DisplayManagement.ModelBinding;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Clients;

/// <summary>Keeps clients out of the admin's list of content for who may not manage them: it would list those that they once created.</summary>
public sealed class ClientListFilter(IAuthorizationService authorization, ClientContent clients, IHttpContextAccessor http) : IContentsAdminListFilter
{
    public async Task FilterAsync(ContentOptionsViewModel model, IQuery<ContentItem> query, IUpdateModel updater)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (http.HttpContext is { } context && !await authorization.AuthorizeAsync(context.User, PaymentsPermissions.ManageClients))
        {
            var types = await clients.ListTypesAsync();
            query.With<ContentItemIndex>(index => index.ContentType.IsNotIn(types));
        }
    }
}
