using Market.Payments.Accounts;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;

namespace Market.Payments.Controllers;

/// <summary>Clients → Open accounts for users: who may manage clients opens those of the users that are there.</summary>
public sealed class OpenAccountsController(
    IAuthorizationService authorization,
    UsersWithoutAccount users,
    AccountsForUsers accounts,
    ISiteService siteService,
    INotifier notifier,
    IHtmlLocalizer<OpenAccountsController> H) : Controller
{
    private const int MostListed = 200;

    [Admin("payments/clients/open", "PaymentsOpenAccounts")]
    public async Task<IActionResult> Index()
    {
        if (!await MayOpenAsync())
        {
            return Forbid();
        }

        return View(new OpenAccountsViewModel
        {
            Users = await users.ListAsync(MostListed),
            Count = await users.CountAsync(),
            ByCoordinator = (await siteService.GetSettingsAsync<PaymentsSettings>()).AccountsByCoordinator,
        });
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/clients/open", "PaymentsOpenAccountsPost")]
    public async Task<IActionResult> IndexPost(string[] selected)
    {
        if (!await MayOpenAsync())
        {
            return Forbid();
        }

        if (selected.Length == 0)
        {
            await notifier.WarningAsync(H["Please tick at least one user."]);
            return RedirectToRoute("PaymentsOpenAccounts");
        }

        var opened = await accounts.OpenAsync(selected.Take(MostListed));
        await notifier.SuccessAsync(opened == 0
            ? H["Each of them has an account already; none was opened."]
            : H.Plural(opened, "One account was opened.", "{0} accounts were opened."));
        return RedirectToRoute("PaymentsClients");
    }

    // The users that are listed are the market's members.
    private async Task<bool> MayOpenAsync() =>
        await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances)
        && await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients);
}
