using Market.Ledger.Returnables;
using Market.Orders.Returnables;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Gives packaging out and takes it back on an account's page.</summary>
public sealed class ReturnablesController(
    IUnitOfWork unitOfWork,
    IClientAccounts accounts,
    IMoneyForms forms,
    IMarketCalendar calendar,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<ReturnablesController> H) : Controller
{
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("payments/accounts/{accountId}/returnables", "MarketReturnables")]
    public async Task<IActionResult> Move(string accountId, MoveReturnableViewModel model)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(accountId) is not { } account)
        {
            return NotFound();
        }

        if (forms.ReadKey(model.Key, ModelState) is not { } key || !ModelState.IsValid)
        {
            await notifier.ErrorAsync(H["This form is not complete. Load the page again."]);
            return RedirectToRoute("PaymentsAccount", new { id = account.Id });
        }

        var request = new MoveReturnable
        {
            AccountId = account.Id,
            ReturnableId = model.ReturnableId ?? string.Empty,
            Count = Math.Clamp(model.Count, 0, ReturnableMove.MaxCount + 1) * (model.IsBack ? -1 : 1),
            Anyway = model.Anyway,
            OccurredOn = await calendar.TodayAsync(),
            UserId = forms.UserId,
            Key = key,
        };
        switch (await unitOfWork.RunAsync(services => services.GetRequiredService<ReturnableDesk>().MoveAsync(request), result => result is ReturnableResult.Done))
        {
            case ReturnableResult.Done { Operation: var operation }:
                await notifier.SuccessAsync(operation.Amount.IsNegative
                    ? H["Given out: {0}. The account owes {1} for it.", operation.Memo!, operation.Amount.Abs().ForPeople()]
                    : H["Taken back: {0}. The account gets {1} for it.", operation.Memo!, operation.Amount.ForPeople()]);
                break;
            case ReturnableResult.Refused { MayInsist: true } refused:
                model.AccountId = account.Id;
                model.Sentence = refused.Sentence;
                return View("Anyway", model);
            case ReturnableResult.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
        }

        return RedirectToRoute("PaymentsAccount", new { id = account.Id });
    }
}
