using Market.Payments.Models;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;

namespace Market.Payments.Controllers;

/// <summary>
/// Settings → Payments, at an address and under a permission of its own. The page is the site's settings group, so that a module
/// with another payment method adds its part of it by a display driver.
/// </summary>
public sealed class SettingsController(
    IAuthorizationService authorization,
    ISiteService siteService,
    IDisplayManager<ISite> display,
    IUpdateModelAccessor updater,
    INotifier notifier,
    IHtmlLocalizer<SettingsController> H) : Controller
{
    [Admin("payments/settings", "PaymentsSettings")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings))
        {
            return Forbid();
        }

        var site = await siteService.GetSiteSettingsAsync();
        return View(await display.BuildEditorAsync(site, updater.ModelUpdater, false, PaymentsSettings.GroupId, string.Empty));
    }

    [HttpPost]
    [Admin("payments/settings", "PaymentsSettingsPost")]
    [ActionName(nameof(Index))]
    public async Task<IActionResult> IndexPost()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings))
        {
            return Forbid();
        }

        var site = await siteService.LoadSiteSettingsAsync();
        var editor = await display.UpdateEditorAsync(site, updater.ModelUpdater, false, PaymentsSettings.GroupId, string.Empty);
        if (!ModelState.IsValid)
        {
            return View(editor);
        }

        await siteService.UpdateSiteSettingsAsync(site);
        await notifier.SuccessAsync(H["The payment settings are saved."]);
        return RedirectToRoute("PaymentsSettings");
    }
}
