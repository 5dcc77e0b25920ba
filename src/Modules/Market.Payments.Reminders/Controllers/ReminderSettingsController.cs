using Market.Payments.Reminders.Ladder;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Controllers;

/// <summary>The ladder and its texts.</summary>
public sealed class ReminderSettingsController(
    IAuthorizationService authorization,
    ISiteService siteService,
    ILocalizationService localization,
    RemindersForm form,
    INotifier notifier,
    IHtmlLocalizer<ReminderSettingsController> H) : Controller
{
    private const string Remove = "remove-";

    [Admin("payments/reminders/settings", "RemindersSettings")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings))
        {
            return Forbid();
        }

        var model = await form.FillAsync(await siteService.GetSettingsAsync<RemindersSettings>());
        model.Cultures = await CulturesAsync();
        return View(model);
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/reminders/settings", "RemindersSettingsPost")]
    public async Task<IActionResult> IndexPost(RemindersSettingsViewModel model, string? submit)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings))
        {
            return Forbid();
        }

        model.Cultures = await CulturesAsync();
        if (ChangeSteps(model, submit))
        {
            ModelState.Clear();
            return View(model);
        }

        var settings = await form.ReadAsync(model, ModelState);
        if (!ModelState.IsValid)
        {
            return View(model);
        }

        var site = await siteService.LoadSiteSettingsAsync();
        site.Put(settings);
        await siteService.UpdateSiteSettingsAsync(site);
        await notifier.SuccessAsync(H["The settings of reminders are saved."]);
        return RedirectToRoute("RemindersSettings");
    }

    private static bool ChangeSteps(RemindersSettingsViewModel model, string? submit)
    {
        if (submit == "add" && model.Steps.Count < RemindersForm.MostSteps)
        {
            model.Steps.Add(new ReminderStepViewModel { DaysAfterPrevious = 14 });
            return true;
        }

        if (submit?.StartsWith(Remove, StringComparison.Ordinal) == true && int.TryParse(submit[Remove.Length..], out var i) && i >= 0 && i < model.Steps.Count)
        {
            model.Steps.RemoveAt(i);
            return true;
        }

        return false;
    }

    private async Task<IReadOnlyList<string>> CulturesAsync() => [.. (await localization.GetSupportedCulturesAsync()).Where(culture => culture.Length > 0)];
}
