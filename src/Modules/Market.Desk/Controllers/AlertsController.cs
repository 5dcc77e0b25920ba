using System.Security.Claims;
using Market.Desk.Alerts;
using Market.Desk.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Market.Desk.Controllers;

/// <summary>Desk → My alerts: what each person wants to be told of. Nobody chooses for another.</summary>
[Feature(DeskFeatures.Alerts)]
public sealed class AlertsController(
    IAuthorizationService authorization,
    IEnumerable<IAlertSource> sources,
    AlertStore store,
    DeskRights rights,
    IClock clock,
    INotifier notifier,
    IHtmlLocalizer<AlertsController> H) : Controller
{
    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    [HttpGet]
    [Admin("alerts", "MarketAlerts")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel))
        {
            return Forbid();
        }

        var choice = await store.ChoiceAsync(UserId);
        return View(new AlertsViewModel
        {
            Kinds = [.. (await MineAsync()).Select(source => new AlertKind(source.Name, source.Label))],
            Chosen = [.. choice.Chosen.Keys],
            ByMail = choice.ByMail,
        });
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("alerts", "MarketAlertsPost")]
    public async Task<IActionResult> Save(string[]? chosen, bool byMail)
    {
        if (!await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel))
        {
            return Forbid();
        }

        var choice = await store.ChoiceAsync(UserId);
        var before = choice.Chosen;
        choice.ByMail = byMail;
        choice.Chosen = (await MineAsync())
            .Where(source => chosen?.Contains(source.Name, StringComparer.Ordinal) == true)
            .ToDictionary(source => source.Name, source => before.TryGetValue(source.Name, out var since) ? since : new DateTimeOffset(clock.UtcNow, TimeSpan.Zero));
        await store.SaveAsync(choice);
        await notifier.SuccessAsync(H["Your alerts are saved."]);
        return RedirectToRoute("MarketAlerts");
    }

    private async Task<List<IAlertSource>> MineAsync()
    {
        var mine = new List<IAlertSource>();
        foreach (var source in sources)
        {
            if (await rights.MayAsync(User, source.Right))
            {
                mine.Add(source);
            }
        }

        return mine;
    }
}
