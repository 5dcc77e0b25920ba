using System.Security.Claims;
using Market.Ledger;
using Market.Payments.Models;
using Market.Payments.Services;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.DisplayManagement;
using OrchardCore.Settings;

namespace Market.Payments.Controllers;

/// <summary>A member's own account. Any other account's address answers as if there were no such page.</summary>
[Authorize]
public sealed class MyAccountController(
    IClientAccounts accounts,
    StatementReader statements,
    IMarketTerms terms,
    ISiteService siteService,
    IShapeFactory shapes) : Controller
{
    private const int NewestLines = 20;

    private const int AllLines = 1_000;

    [Route("my-account", Name = "MyAccount")]
    public async Task<IActionResult> Index(bool all = false) => await MineAsync() is { } account ? await ShowAsync(account, all) : View("NoAccount");

    [Route("my-account/{id}")]
    public async Task<IActionResult> Named(string id, bool all = false) =>
        await MineAsync() is { } account && account.Id == id ? await ShowAsync(account, all) : NotFound();

    private async Task<ClientAccount?> MineAsync() =>
        User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId ? await accounts.FindByUserAsync(userId) : null;

    private async Task<IActionResult> ShowAsync(ClientAccount account, bool all) => View(nameof(Index), new MyAccountViewModel
    {
        Account = account,
        Statement = await statements.ReadAsync(account.Id, 0, all ? AllLines : NewestLines),
        Allocation = await accounts.GetAllocationAsync(account.Id),
        WaysToPay = await WaysToPayAsync(account),
        ShowsAll = all,
    });

    private async Task<IReadOnlyList<IShape>> WaysToPayAsync(ClientAccount account)
    {
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        var ways = new List<IShape>();
        foreach (var method in (await terms.GetAsync()).Offered.Where(method => method.MembersMayChoose))
        {
            var way = await shapes.CreateAsync<WayToPayViewModel>("WayToPay", model =>
            {
                model.Method = method;
                model.Account = account;
                model.Settings = settings;
            });

            // Each method says it in a template of its own, WayToPay-{name}, from the module that brings it.
            way.Metadata.Alternates.Add("WayToPay__" + method.Name.Replace("-", string.Empty, StringComparison.Ordinal));
            ways.Add(way);
        }

        return ways;
    }
}
