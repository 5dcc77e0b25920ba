using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Contents.Security;
using OrchardCore.Security;
using ISession = YesSql.ISession;

namespace Market.Payments.Clients;

/// <summary>
/// One right decides over the content items of clients: <see cref="PaymentsPermissions.ManageClients"/>. Who writes the site's pages may
/// write no client, for who sets a client's login reads their account.
/// </summary>
public sealed class ClientAuthorization(IServiceProvider services, ClientContent clients, IHttpContextAccessor http, ISession session)
    : AuthorizationHandler<PermissionRequirement>
{
    // Edit_, Publish_, ListContent_…: each with a content type behind it is a right to the items of that type.
    private static readonly string[] Prefixes = [.. ContentTypePermissionsHelper.PermissionTemplates.Values.Select(template => template.Name.Split('{')[0])];

    private IAuthorizationService? _authorization;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        var right = requirement.Permission.Name;
        if (right == PaymentsRights.ManageClients || !await IsAboutClientsAsync(context.Resource, right))
        {
            return;
        }

        // The service asks for its handlers when it is made.
        _authorization ??= services.GetRequiredService<IAuthorizationService>();
        if (!await _authorization.AuthorizeAsync(context.User, PaymentsPermissions.ManageClients))
        {
            context.Fail();
            await ForgetAsync(context.Resource);
        }
        else if (IsOfContent(right))
        {
            context.Succeed(requirement);
        }
    }

    private Task<bool> IsAboutClientsAsync(object? resource, string right) => resource switch
    {
        IContent content => clients.IsClientAsync(content.ContentItem),
        string type when IsOfContent(right) => clients.IsTypeOfClientsAsync(type),
        null when TypeIn(right) is { } type => clients.IsTypeOfClientsAsync(type),
        _ => Task.FromResult(false),
    };

    // Orchard's editor and API make a draft of the item before they ask, and leave it in the session where they refuse.
    private async Task ForgetAsync(object? resource)
    {
        if (resource is ContentItem { Id: > 0 } && http.HttpContext?.Request.Method is { } method && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            await session.CancelAsync();
        }
    }

    private static bool IsOfContent(string right) => ContentTypePermissionsHelper.PermissionTemplates.ContainsKey(right) || TypeIn(right) is not null;

    private static string? TypeIn(string right) =>
        Prefixes.FirstOrDefault(prefix => right.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? right[prefix.Length..] : null;
}
