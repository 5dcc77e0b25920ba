using System.Globalization;
using Market.Payments.Banking.Transfers;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>How far the bank statement is recorded: reminders wait while that is too long ago.</summary>
public sealed class BankController(
    IAuthorizationService authorization,
    BankData bank,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<BankController> H) : Controller
{
    [Admin("payments/bank", "PaymentsBank")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        return View(await FilledAsync(new BankViewModel { OccurredOn = (await forms.TodayAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }));
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/bank", "PaymentsBankPost")]
    public async Task<IActionResult> IndexPost(BankViewModel model)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await forms.ReadDateAsync(model.OccurredOn, ModelState) is not { } day)
        {
            return View(await FilledAsync(model));
        }

        await bank.SayRecordedUpToAsync(day);
        await notifier.SuccessAsync(H["Noted: all transfers up to {0} are recorded.", day.InWords()]);
        return RedirectToRoute("PaymentsBank");
    }

    private async Task<BankViewModel> FilledAsync(BankViewModel model)
    {
        model.State = await bank.GetAsync();
        model.Today = await forms.TodayAsync();
        model.MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        return model;
    }
}
