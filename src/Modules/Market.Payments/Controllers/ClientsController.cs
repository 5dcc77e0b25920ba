using Market.Payments.Clients;
using Market.Payments.Indexes;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.Navigation;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace Market.Payments.Controllers;

public sealed class ClientsController(IAuthorizationService authorization, ISession session, SharedLogins shared, IShapeFactory shapes) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/clients", "PaymentsClients")]
    public async Task<IActionResult> Index(string? search, PagerParameters pagerParameters)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var query = session.QueryIndex<ClientAccountIndex>();
        if (!string.IsNullOrWhiteSpace(search))
        {
            query = query
                .Where(dialect => $"{dialect.QuoteForColumnName(nameof(ClientAccountIndex.Search))} LIKE @like ESCAPE '!'")
                .WithParameter("like", NameText.Pattern(search));
        }

        var count = await query.CountAsync();
        var clients = (await query.OrderBy(index => index.SortKey).ThenBy(index => index.Number).Skip(pager.GetStartIndex()).Take(PageSize).ListAsync()).ToList();
        var userIds = clients.Select(client => client.UserId).OfType<string>().ToArray();
        var users = await session.QueryIndex<UserIndex>(index => index.UserId.IsIn(userIds)).ListAsync();
        return View(new ClientsViewModel
        {
            Search = search,
            Clients = clients,
            Logins = users.ToDictionary(user => user.UserId, user => user.NormalizedEmail?.ToLowerInvariant() ?? user.NormalizedUserName, StringComparer.Ordinal),
            Count = count,
            MayManage = await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients),
            SharedLogins = await shared.ListAsync(),
            Pager = await shapes.PagerAsync(pager, count, new RouteValueDictionary { ["search"] = search }),
        });
    }
}
