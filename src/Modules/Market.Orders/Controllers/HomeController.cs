using System.Security.Claims;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Shop;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Settings;

namespace Market.Orders.Controllers;

/// <summary>The market's front page.</summary>
public sealed class HomeController(
    Distributions distributions,
    ProducerPages producers,
    Catalogue catalogue,
    OrderStore store,
    IClientAccounts accounts,
    ISiteService siteService,
    IMarketCalendar calendar) : Controller
{
    public async Task<IActionResult> Index()
    {
        var open = await distributions.ListOpenAsync();
        var next = open.Count == 0 ? await distributions.FindNextAsync() : null;
        var day = (open.Count > 0 ? open[0] : next)?.Date ?? await calendar.TodayAsync();
        return View(new HomeViewModel
        {
            MarketName = (await siteService.GetSiteSettingsAsync()).SiteName,
            Open = open,
            Next = next,
            Mine = await ListMineAsync(),
            Producers = await producers.ListAsync(),
            InSeason = [.. (await catalogue.ListProductsAsync()).Where(product => product.Facts.Season?.Holds(day) == true).Select(product => product.Name).Distinct(StringComparer.Ordinal).OrderByName(name => name)],
        });
    }

    private async Task<IReadOnlyList<Order>> ListMineAsync()
    {
        if (User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } userId || await accounts.FindByUserAsync(userId) is not { } account)
        {
            return [];
        }

        var today = await calendar.TodayAsync();
        return await store.ListComingAsync(account.Id, today);
    }
}
