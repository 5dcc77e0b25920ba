using System.Globalization;
using Market.Ledger;
using Market.Ledger.Methods;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;

namespace Market.Payments.Controllers;

/// <summary>Payments that are promised: announced, then received or cancelled, once.</summary>
public sealed class PendingController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IAnnouncedPayments pending,
    IUnitOfWork work,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IMoneyForms forms,
    ISiteService siteService,
    INotifier notifier,
    IHtmlLocalizer<PendingController> H) : Controller
{
    [Admin("payments/pending", "PaymentsPending")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        var payments = await pending.ListAsync();
        var mayRecord = await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments);
        return View(new PendingTableViewModel(
            payments,
            await accounts.FindManyAsync([.. payments.Select(payment => payment.AccountId).Distinct()]),
            ShowClients: true,
            mayRecord,
            await forms.TodayAsync(),
            (await siteService.GetSettingsAsync<PaymentsSettings>()).AnnouncedStaleDays)
        {
            Selectable = mayRecord ? await CompleteAsync(payments) : new HashSet<string>(),
        });
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

        var model = await FilledAsync(new AnnouncementViewModel { Key = IMoneyForms.NewKey(), OccurredOn = await TodayAsync() }, account);
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

        await FilledAsync(model, account);
        var key = forms.ReadKey(model.Key, ModelState);
        var amount = await forms.ReadAmountAsync(model.Amount, ModelState);
        var date = await forms.ReadDateAsync(model.OccurredOn, ModelState);
        if (!ModelState.IsValid)
        {
            return View(model);
        }

        var result = await work.AnnounceAsync(new Announcement
        {
            AccountId = account.Id,
            Amount = amount!.Value,
            Method = model.Method ?? string.Empty,
            Memo = model.Memo,
            AnnouncedOn = date!.Value,
            AnnouncedBy = forms.UserId,
            IdempotencyKey = key!,
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

        if (await FindAsync(id, pendingId) is not { } model)
        {
            return NotFound();
        }

        model.Amount = model.Payment.Amount.ForInput();
        model.OccurredOn = await TodayAsync();
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

        var result = await work.ReceiveAsync(new Receipt
        {
            AccountId = id,
            PendingPaymentId = pendingId,
            Amount = amount,
            Details = sent.Details.Where(detail => !string.IsNullOrWhiteSpace(detail.Value)).ToDictionary(detail => detail.Key, detail => detail.Value!, StringComparer.Ordinal),
            OccurredOn = date!.Value,
            RecordedBy = forms.UserId,
        });
        if (result is PostingResult.Refused refused)
        {
            ModelState.AddModelError(string.Empty, sentences.For(refused.Refusal));
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
        if (await FindAsync(id, pendingId) is { } model)
        {
            (sent.Account, sent.Payment, sent.Fields) = (model.Account, model.Payment, model.Fields);
            return View(nameof(Receive), sent);
        }

        // It was received or cancelled meanwhile: the account shows what became of it.
        await notifier.InformationAsync(H["This payment is no longer announced."]);
        return await accounts.FindAsync(id) is null ? NotFound() : RedirectToRoute("PaymentsAccount", new { id });
    }

    private async Task<PendingViewModel?> FindAsync(string id, string pendingId)
    {
        if (await accounts.FindAsync(id) is not { } account || await pending.FindAsync(id, pendingId) is not { } payment)
        {
            return null;
        }

        var fields = (await terms.GetAsync()).FindOffered(payment.Method)?.Fields ?? [];
        return new PendingViewModel
        {
            Account = account,
            Payment = payment,
            Fields = [.. fields.Where(field => !payment.Details.ContainsKey(field.Name))],
        };
    }

    // Those of which nothing is left to ask: a cheque without its number is received by itself.
    private async Task<IReadOnlySet<string>> CompleteAsync(IEnumerable<PendingPayment> payments)
    {
        var market = await terms.GetAsync();
        return payments
            .Where(payment => market.FindOffered(payment.Method) is { } method && method.Fields.All(field => !field.Required || payment.Details.ContainsKey(field.Name)))
            .Select(payment => payment.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<AnnouncementViewModel> FilledAsync(AnnouncementViewModel model, ClientAccount account)
    {
        model.Account = account;
        model.Balance = await accounts.GetBalanceAsync(account.Id);
        model.Methods = [.. (await terms.GetAsync()).Offered.Where(method => method.Use is not PaymentUse.Online)];
        return model;
    }

    private async Task<string> TodayAsync() => (await forms.TodayAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
