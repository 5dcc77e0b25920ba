using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>The cheques in hand: those that go to the bank are chosen, and put on a slip.</summary>
public sealed class ChequesController(
    IAuthorizationService authorization,
    ChequePages pages,
    SlipDesk slips,
    ChequeDesk cheques,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<ChequesController> H) : Controller
{
    [Admin("payments/cheques", "PaymentsCheques")]
    public async Task<IActionResult> Index(ChequeFilter filter, string? search, string? upTo)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var model = await pages.ListAsync(filter, search, upTo);
        model.MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        model.MayCorrect = await authorization.MayAsync(User, PaymentsRights.CorrectOperations);
        return View(model);
    }

    [HttpPost]
    [Admin("payments/cheques/slip", "PaymentsMakeSlip")]
    public async Task<IActionResult> MakeSlip(string? key, string[] selected)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (forms.ReadKey(key, ModelState) is not { } formKey)
        {
            await notifier.ErrorAsync(H["This form is not complete. Please open it again."]);
            return RedirectToRoute("PaymentsCheques");
        }

        var answer = await slips.MakeAsync([.. selected.Distinct(StringComparer.Ordinal)], await forms.TodayAsync(), forms.UserId, formKey);
        if (answer is ChequeAnswer.Refused refused)
        {
            await notifier.ErrorAsync(H["{0}", refused.Sentence]);
            return RedirectToRoute("PaymentsCheques");
        }

        var slip = answer switch
        {
            ChequeAnswer.Done done => done.Slip!,
            ChequeAnswer.AlreadyDone before => before.Slip!,
            _ => throw new InvalidOperationException($"No slip: {answer}."),
        };
        await notifier.SuccessAsync(H["Slip {0} is made: {1}.", slip.Number, slip.Sum.ForPeople()]);
        return RedirectToRoute("PaymentsSlip", new { number = slip.Number });
    }

    [HttpPost]
    [Admin("payments/cheques/aside", "PaymentsPutAside")]
    public async Task<IActionResult> PutAside(string[] selected)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.CorrectOperations))
        {
            return Forbid();
        }

        var answer = await cheques.PutAsideAsync([.. selected.Distinct(StringComparer.Ordinal)]);
        await (answer is ChequeAnswer.Refused refused
            ? notifier.ErrorAsync(H["{0}", refused.Sentence])
            : notifier.SuccessAsync(H["These cheques are noted as banked without a slip. The journals say nothing of it."]));
        return RedirectToRoute("PaymentsCheques");
    }
}
