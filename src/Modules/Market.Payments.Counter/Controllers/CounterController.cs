using Market.Payments.Counter.Entries;
using Market.Payments.Counter.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Payments.Counter.Controllers;

/// <summary>The counters of the market: one for each distribution.</summary>
public sealed class CounterController(
    IAuthorizationService authorization,
    CounterShops shops,
    IDistributionState state,
    IMarketCalendar calendar) : Controller
{
    private const int MostListed = 30;

    [HttpGet]
    [Admin("counter", "Counters")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbid();
        }

        var distributions = await shops.ListAsync(MostListed);
        return View(new CountersViewModel
        {
            Distributions = distributions,
            Closed = (await state.FindManyAsync([.. distributions.Select(distribution => distribution.Id)])).Keys.ToHashSet(StringComparer.Ordinal),
            MayClose = await authorization.AuthorizeAsync(User, CounterPermissions.CloseDistributions),
            Today = await calendar.TodayAsync(),
        });
    }

    /// <summary>The counter itself. The page reads from its address which one it is, for a phone keeps it for all of them.</summary>
    [HttpGet]
    [Admin("counter/{distribution:length(26)}", "Counter")]
    public async Task<IActionResult> Show(string distribution)
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbid();
        }

        return await shops.FindAsync(distribution) is null ? NotFound() : View("CounterPage");
    }
}
