using System.Security.Claims;
using Market.Payments.Accounts;
using Market.Payments.Mails;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Localization;

namespace Market.Payments.Controllers;

/// <summary>What a member is written, and in which language: chosen by themselves.</summary>
[Authorize]
public sealed class PreferencesController(
    IClientAccounts accounts,
    IMailLanguages languages,
    MailWishes wishes,
    ILocalizationService localization,
    INotifier notifier,
    IHtmlLocalizer<PreferencesController> H) : Controller
{
    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    [Route("my-account/preferences", Name = "MyPreferences")]
    public async Task<IActionResult> Index()
    {
        var account = await accounts.FindOwnAsync(User);
        var chosen = new List<(IMailKind, bool)>();
        foreach (var kind in account is null ? [] : wishes.Asked(account, UserId))
        {
            chosen.Add((kind, await wishes.IsWantedAsync(kind, account!, UserId)));
        }

        return View(new PreferencesViewModel
        {
            Languages = [.. (await localization.GetSupportedCulturesAsync()).Where(culture => culture.Length > 0)],
            Language = await languages.OfAsync(UserId),
            Chosen = chosen,
            Obligatory = wishes.Obligatory(account, UserId),
        });
    }

    /// <param name="shown">The kinds that the form asked for: what it did not ask for is not changed.</param>
    /// <param name="wanted">Those that were ticked.</param>
    [HttpPost]
    [Route("my-account/preferences/mails", Name = "MyMails")]
    public async Task<IActionResult> Mails(string[]? shown, string[]? wanted)
    {
        if (await accounts.FindOwnAsync(User) is not { } account)
        {
            return NotFound();
        }

        foreach (var kind in wishes.Asked(account, UserId).Where(kind => shown?.Contains(kind.Name) == true))
        {
            await wishes.ChooseAsync(kind, account, UserId, wanted?.Contains(kind.Name) == true);
        }

        await notifier.SuccessAsync(H["Your choice of mails is kept."]);
        return RedirectToRoute("MyPreferences");
    }

    [HttpPost]
    [Route("my-account/mail-language", Name = "MyMailLanguage")]
    public async Task<IActionResult> MailLanguage(string? culture)
    {
        if (await languages.TryChooseAsync(UserId, culture))
        {
            await notifier.SuccessAsync(H["Mails to you are in this language from now on."]);
        }
        else
        {
            await notifier.ErrorAsync(H["The market does not write in this language."]);
        }

        return RedirectToRoute("MyPreferences");
    }
}
