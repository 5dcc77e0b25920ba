using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Paying;
using Market.Payments.Statements;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Controllers;

/// <summary>Payments that are promised: announced, then received or cancelled, once.</summary>
public sealed class PendingController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    PendingPages pages,
    IUnitOfWork work,
    IRefusalSentences sentences,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<PendingController> H) : Controller
{
    [Admin("payments/pending", "PaymentsPending")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        return View(await pages.ListAsync(pagerParameters, await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments)));
    }

    [Admin("payments/accounts/{id}/announce", "PaymentsAnnounce")]
    public async Task<IActionResult> Announce(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var model = await pages.FillAsync(new AnnouncementViewModel { Key = IMoneyForms.NewKey(), OccurredOn = await forms.TodayForInputAsync() }, account);
        model.Amount = model.Balance.IsNegative ? model.Balance.Abs().ForInput() : null;
        return View(model);
    }

    [HttpPost]
    [ActionName(nameof(Announce))]
    [Admin("payments/accounts/{id}/announce", "PaymentsAnnouncePost")]
    public async Task<IActionResult> AnnouncePost(string id, AnnouncementViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        await pages.FillAsync(model, account);
        if (await forms.ReadAsync(model, ModelState) is not { } entry)
        {
            return View(model);
        }

        var result = await work.AnnounceAsync(new Announcement
        {
            AccountId = account.Id,
            Amount = entry.Amount,
            Method = model.Method ?? string.Empty,
            Memo = model.Memo,
            AnnouncedOn = entry.OccurredOn,
            AnnouncedBy = forms.UserId,
            IdempotencyKey = entry.Key,
        });
        if (result is PendingResult.Refused refused)
        {
            ModelState.AddModelError(string.Empty, sentences.For(refused.Refusal));
            return View(model);
        }

        await notifier.SuccessAsync(H["The payment is announced. It counts once it is received."]);
        return RedirectToRoute("PaymentsAccount", new { id });
    }

    [Admin("payments/accounts/{id}/pending/{pendingId}", "PaymentsReceive")]
    public async Task<IActionResult> Receive(string id, string pendingId)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await pages.FindAsync(id, pendingId) is not { } model)
        {
            return NotFound();
        }

        model.Amount = model.Payment.Amount.ForInput();
        model.OccurredOn = await forms.TodayForInputAsync();
        return View(model);
    }

    [HttpPost]
    [ActionName(nameof(Receive))]
    [Admin("payments/accounts/{id}/pending/{pendingId}", "PaymentsReceivePost")]
    public async Task<IActionResult> ReceivePost(string id, string pendingId, PendingViewModel sent)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        var amount = await forms.ReadAmountAsync(sent.Amount, ModelState);
        var date = await forms.ReadDateAsync(sent.OccurredOn, ModelState);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(id, pendingId, sent);
        }

        // What is asked for and nothing else: a form may be sent with any names.
        var asked = (await pages.FindAsync(id, pendingId))?.Fields ?? [];
        var result = await work.ReceiveAsync(new Receipt
        {
            AccountId = id,
            PendingPaymentId = pendingId,
            Amount = amount,
            Details = asked
                .Where(field => !string.IsNullOrWhiteSpace(sent.Details.GetValueOrDefault(field.Name)))
                .ToDictionary(field => field.Name, field => sent.Details[field.Name]!, StringComparer.Ordinal),
            OccurredOn = date!.Value,
            RecordedBy = forms.UserId,
        });
        if (result is PostingResult.Refused refused)
        {
            ModelState.AddModelError(refused.Refusal.FieldOfForm(), sentences.For(refused.Refusal));
            return await AgainAsync(id, pendingId, sent);
        }

        var balance = (await accounts.GetBalanceAsync(id)).ForPeople();
        await notifier.SuccessAsync(result is PostingResult.Posted
            ? H["The payment is received. The balance is now {0}.", balance]
            : H["This was already recorded; it is recorded once."]);
        return RedirectToRoute("PaymentsAccount", new { id });
    }

    [HttpPost]
    [Admin("payments/accounts/{id}/pending/{pendingId}/cancel", "PaymentsCancelPending")]
    public async Task<IActionResult> Cancel(string id, string pendingId, PendingViewModel sent)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        var result = await work.CancelAsync(new Cancellation
        {
            AccountId = id,
            PendingPaymentId = pendingId,
            Reason = sent.Reason ?? string.Empty,
            CancelledBy = forms.UserId,
        });
        if (result is PendingResult.Refused refused)
        {
            ModelState.AddModelError(nameof(sent.Reason), sentences.For(refused.Refusal));
            return await AgainAsync(id, pendingId, sent);
        }

        await notifier.SuccessAsync(H["The announced payment is cancelled."]);
        return RedirectToRoute("PaymentsAccount", new { id });
    }

    private async Task<IActionResult> AgainAsync(string id, string pendingId, PendingViewModel sent)
    {
        if (await pages.FindAsync(id, pendingId) is { } model)
        {
            (sent.Account, sent.Payment, sent.Fields) = (model.Account, model.Payment, model.Fields);
            return View(nameof(Receive), sent);
        }

        // It was received or cancelled meanwhile: the account shows what became of it.
        await notifier.InformationAsync(H["This payment is no longer announced."]);
        return await accounts.FindAsync(id) is null ? NotFound() : RedirectToRoute("PaymentsAccount", new { id });
    }
}
