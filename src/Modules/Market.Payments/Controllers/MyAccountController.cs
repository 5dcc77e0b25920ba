using System.Security.Claims;
using Market.Ledger.Allocations;
using Market.Payments.Accounts;
using Market.Payments.Statements;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Localization;

namespace Market.Payments.Controllers;

/// <summary>A member's own account. Any other account's address answers as if there were no such page.</summary>
[Authorize]
public sealed class MyAccountController(
    IClientAccounts accounts,
    IStatements statements,
    StatementBook book,
    OrderNameReader names,
    IWaysToPay ways,
    IMailLanguages languages,
    ILocalizationService localization,
    IDisplayManager<ClientAccount> display,
    IUpdateModelAccessor updater,
    INotifier notifier,
    IHtmlLocalizer<MyAccountController> H) : Controller
{
    private const int NewestLines = 10;

    [Route("my-account", Name = "MyAccount")]
    public async Task<IActionResult> Index() => await accounts.FindOwnAsync(User) is { } account ? await ShowAsync(account) : View("NoAccount");

    [Route("my-account/{id}")]
    public async Task<IActionResult> Named(string id) =>
        await accounts.FindOwnAsync(User) is { } account && account.Id == id ? await ShowAsync(account) : NotFound();

    [HttpPost]
    [Route("my-account/mail-language", Name = "MyMailLanguage")]
    public async Task<IActionResult> MailLanguage(string? culture)
    {
        if (await languages.TryChooseAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!, culture))
        {
            await notifier.SuccessAsync(H["Mails to you are in this language from now on."]);
        }
        else
        {
            await notifier.ErrorAsync(H["The market does not write in this language."]);
        }

        return RedirectToRoute("MyAccount");
    }

    private async Task<IActionResult> ShowAsync(ClientAccount account)
    {
        var statement = await statements.ReadAsync(account.Id, 0, NewestLines);
        var operations = await book.ListAsync(account.Id);
        var currency = statement.Balances.Confirmed.Currency;
        var allocation = Allocation.Of(operations, currency);
        return View(nameof(Index), new MyAccountViewModel
        {
            Account = account,
            Statement = statement,
            Allocation = allocation,
            Lines = new StatementLinesViewModel(statement.Lines, await names.ReadAsync(operations, []), Explanation.Of(operations, currency), operations),
            WaysToPay = await ways.BuildAsync(account, statement.Balances.Due),
            Additions = await display.BuildDisplayAsync(account, updater.ModelUpdater, OrchardCoreConstants.DisplayType.Detail),
            Languages = [.. (await localization.GetSupportedCulturesAsync()).Where(culture => culture.Length > 0)],
            MailLanguage = await languages.OfAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!),
        });
    }
}
