using Market.Payments.Models;
using Market.Payments.ViewModels;
using Market.Payments.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Controllers.OwnWords;

/// <summary>Settings → Words: what the market calls its people and its things.</summary>
public sealed class WordsController(
    IAuthorizationService authorization,
    ISiteService siteService,
    WordsForm form,
    WordsPreview preview,
    INotifier notifier,
    IStringLocalizer<WordsController> S,
    IHtmlLocalizer<WordsController> H) : Controller
{
    [Admin("payments/words", "MarketWords")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings))
        {
            return Forbid();
        }

        var settings = await siteService.GetSettingsAsync<WordsSettings>();
        return View(new WordsViewModel { Terms = [.. Term.All.Select(term => term.Choice(settings))], Preview = preview.Of(settings) });
    }

    /// <param name="model">What is chosen.</param>
    /// <param name="look">Whether only to show how sentences change.</param>
    [HttpPost]
    [Admin("payments/words", "MarketWordsPost")]
    [ActionName(nameof(Index))]
    public async Task<IActionResult> IndexPost(WordsViewModel model, bool look)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings))
        {
            return Forbid();
        }

        ArgumentNullException.ThrowIfNull(model);

        // An empty field is said at its place by the form's own rules.
        ModelState.Clear();
        if (model.Terms.Count != Term.All.Count)
        {
            ModelState.AddModelError(string.Empty, S["This form is not complete. Please open it again."]);
        }

        var settings = form.Read(model.Terms, ModelState, place => FormattableString.Invariant($"Terms[{place}]."));
        if (!ModelState.IsValid || look)
        {
            return View(new WordsViewModel { Terms = [.. Term.All.Index().Select(pair => pair.Index < model.Terms.Count ? model.Terms[pair.Index] : new WordChoice())], Preview = preview.Of(settings) });
        }

        var site = await siteService.LoadSiteSettingsAsync();
        site.Put(settings);
        await siteService.UpdateSiteSettingsAsync(site);
        await notifier.SuccessAsync(H["The words are saved. All pages and mails have them from now on."]);
        return RedirectToRoute("MarketWords");
    }
}
