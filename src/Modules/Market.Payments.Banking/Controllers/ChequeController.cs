using System.Globalization;
using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>One cheque: when it goes to the bank, that it is given back, that it bounced.</summary>
public sealed class ChequeController(
    IAuthorizationService authorization,
    ChequePages pages,
    ChequeDesk desk,
    BounceDesk bounces,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<ChequeController> H) : Controller
{
    [Admin("payments/cheque/{id}", "PaymentsCheque")]
    public async Task<IActionResult> Index(string id) =>
        await MayAsync(PaymentsRights.ViewBalances) ? await ShowAsync(id, null) : Forbid();

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/cheque/{id}", "PaymentsChequePost")]
    public async Task<IActionResult> IndexPost(string id, ChequeViewModel sent)
    {
        if (!await MayAsync(PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        DateOnly? bankOn = null;
        if (!string.IsNullOrWhiteSpace(sent.BankOn))
        {
            bankOn = DateOnly.TryParseExact(sent.BankOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            if (bankOn is null)
            {
                ModelState.AddModelError(nameof(sent.BankOn), H["Please enter the date."].Value);
                return await ShowAsync(id, sent);
            }
        }

        return await AnswerAsync(await desk.NoteAsync(id, bankOn, sent.Drawer), id, sent, nameof(sent.BankOn), H["It is noted."]);
    }

    [HttpPost]
    [Admin("payments/cheque/{id}/back", "PaymentsGiveChequeBack")]
    public async Task<IActionResult> GiveBack(string id, ChequeViewModel sent)
    {
        if (!await MayAsync(PaymentsRights.CorrectOperations))
        {
            return Forbid();
        }

        var answer = await desk.GiveBackAsync(id, sent.Reason, await forms.TodayAsync(), forms.UserId);
        return await AnswerAsync(answer, id, sent, nameof(sent.Reason), H["The cheque is given back, and counts no more."]);
    }

    [Admin("payments/cheque/{id}/bounced", "PaymentsChequeBounced")]
    public async Task<IActionResult> Bounced(string id) =>
        await MayAsync(PaymentsRights.CorrectOperations) ? await ShowAsync(id, null, nameof(Bounced)) : Forbid();

    [HttpPost]
    [ActionName(nameof(Bounced))]
    [Admin("payments/cheque/{id}/bounced", "PaymentsChequeBouncedPost")]
    public async Task<IActionResult> BouncedPost(string id, ChequeViewModel sent)
    {
        if (!await MayAsync(PaymentsRights.CorrectOperations))
        {
            return Forbid();
        }

        var fee = string.IsNullOrWhiteSpace(sent.Amount) ? null : await forms.ReadAmountAsync(sent.Amount, ModelState);
        if (await forms.ReadDateAsync(sent.OccurredOn, ModelState) is not { } day || !ModelState.IsValid)
        {
            return await ShowAsync(id, sent, nameof(Bounced));
        }

        var answer = await bounces.BounceAsync(id, day, sent.Reason, fee, forms.UserId);
        return await AnswerAsync(answer, id, sent, nameof(sent.Reason), H["The cheque is unpaid: its credit is reversed."], nameof(Bounced));
    }

    // Each action asks by it in its first statement.
    private Task<bool> MayAsync(string right) => authorization.MayAsync(User, right);

    private async Task<IActionResult> ShowAsync(string id, ChequeViewModel? sent, string view = nameof(Index))
    {
        if (await pages.FindAsync(id, sent) is not { } model)
        {
            return NotFound();
        }

        model.MayRecord = await MayAsync(PaymentsRights.RecordPayments);
        model.MayCorrect = await MayAsync(PaymentsRights.CorrectOperations);
        return View(view, model);
    }

    private async Task<IActionResult> AnswerAsync(ChequeAnswer answer, string id, ChequeViewModel sent, string field, LocalizedHtmlString done, string view = nameof(Index))
    {
        switch (answer)
        {
            case ChequeAnswer.Unknown:
                return NotFound();
            case ChequeAnswer.Refused refused:
                ModelState.AddModelError(field, refused.Sentence);
                return await ShowAsync(id, sent, view);
            case ChequeAnswer.AlreadyDone:
                await notifier.InformationAsync(H["This was noted before; it is noted once."]);
                break;
            default:
                await notifier.SuccessAsync(done);
                break;
        }

        return RedirectToRoute("PaymentsCheque", new { id });
    }
}
