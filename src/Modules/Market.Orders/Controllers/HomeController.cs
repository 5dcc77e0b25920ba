using System.Security.Claims;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Orders.Controllers;

/// <summary>The market's front page.</summary>
public sealed class HomeController : Controller
{
    private readonly Distributions _distributions;
    private readonly Catalogue _catalogue;
    private readonly OrderStore _store;
    private readonly IClientAccounts _accounts;
    private readonly ISiteService _siteService;
    private readonly ILocalClock _localClock;

    /// <summary>Creates the controller.</summary>
    public HomeController(
        Distributions distributions,
        Catalogue catalogue,
        OrderStore store,
        IClientAccounts accounts,
        ISiteService siteService,
        ILocalClock localClock)
    {
        _distributions = distributions;
        _catalogue = catalogue;
        _store = store;
        _accounts = accounts;
        _siteService = siteService;
        _localClock = localClock;
    }

    /// <summary>Shows what can be ordered and from whom.</summary>
    public async Task<IActionResult> Index()
    {
        var open = await _distributions.ListOpenAsync();
        return View(new HomeViewModel
        {
            MarketName = (await _siteService.GetSiteSettingsAsync()).SiteName,
            Open = open,
            Next = open.Count == 0 ? await _distributions.FindNextAsync() : null,
            Mine = await ListMineAsync(),
            Producers = await _catalogue.ListProducersAsync(),
        });
    }

    private async Task<IReadOnlyList<Order>> ListMineAsync()
    {
        if (User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } userId || await _accounts.FindByUserAsync(userId) is not { } account)
        {
            return [];
        }

        var today = DateOnly.FromDateTime((await _localClock.GetLocalNowAsync()).DateTime);
        return await _store.ListComingAsync(account.Id, today);
    }
}
