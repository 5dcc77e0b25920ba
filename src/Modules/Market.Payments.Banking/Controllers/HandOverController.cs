using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>The cheques of one client, and those they hand over in advance.</summary>
public sealed class HandOverController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    ChequePages pages,
    HandOverDesk desk,
    ChequeDesk cheques,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<HandOverController> H) : Controller
{
    [Admin("payments/accounts/{id}/cheques", "PaymentsAccountCheques")]
    public async Task<IActionResult> Index(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var today = await forms.TodayAsync();
        var model = new HandOverViewModel { Key = IMoneyForms.NewKey() };
        for (var month = 0; month < HandOverViewModel.MostRows; month++)
        {
            model.Rows.Add(new HandOverRow { BankOn = today.AddMonths(month).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        }

        return View(await FilledAsync(model, account));
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/accounts/{id}/cheques", "PaymentsHandOver")]
    public async Task<IActionResult> IndexPost(string id, HandOverViewModel model)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var today = await forms.TodayAsync();
        var read = Read(model, (await terms.GetAsync()).Currency, today);
        if (forms.ReadKey(model.Key, ModelState) is not { } key || !ModelState.IsValid)
        {
            return View(await FilledAsync(model, account));
        }

        var answer = await desk.TakeAsync(account.Id, read, model.Drawer, today, forms.UserId, key);
        if (answer is ChequeAnswer.Refused refused)
        {
            ModelState.AddModelError(string.Empty, refused.Sentence);
            return View(await FilledAsync(model, account));
        }

        await notifier.SuccessAsync(answer is ChequeAnswer.Done
            ? H.Plural(read.Count, "One cheque is taken in advance. It counts once it goes on a slip.", "{0} cheques are taken in advance. Each counts once it goes on a slip.")
            : H["This was noted before; it is noted once."]);
        return RedirectToRoute("PaymentsAccountCheques", new { id });
    }

    // A row without amount and number is one that was not needed.
    private List<HandedOver> Read(HandOverViewModel model, Currency currency, DateOnly today)
    {
        var read = new List<HandedOver>();
        for (var place = 0; place < Math.Min(model.Rows.Count, HandOverViewModel.MostRows); place++)
        {
            var row = model.Rows[place];
            var number = OneLine.OrNull(row.Number);
            if (string.IsNullOrWhiteSpace(row.Amount) && number is null)
            {
                continue;
            }

            var reading = AmountReader.ReadPositive(row.Amount, currency);
            if (reading.Fault is { } fault)
            {
                ModelState.AddModelError($"Rows[{place}].Amount", sentences.For(fault, currency));
            }

            if (number is null)
            {
                ModelState.AddModelError($"Rows[{place}].Number", H["Please enter the number of the cheque."].Value);
            }

            if (ReadDay(row.BankOn, place, today) is { } day && reading.Amount is { } amount && number is not null)
            {
                read.Add(new HandedOver(amount, number, OneLine.OrNull(model.Bank), day));
            }
        }

        if (read.Count == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError(string.Empty, H["Fill in the cheques that are handed over."].Value);
        }

        if (OneLine.OrNull(model.Drawer)?.Length > PostingRules.MaxDetailLength)
        {
            ModelState.AddModelError(nameof(model.Drawer), H["This name is too long."].Value);
        }

        return read;
    }

    private DateOnly? ReadDay(string? text, int place, DateOnly today)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            ModelState.AddModelError($"Rows[{place}].BankOn", H["Please enter the date."].Value);
            return null;
        }

        if (cheques.TooLate(day, today.AddYears(1).AddDays(8)) is { } sentence)
        {
            ModelState.AddModelError($"Rows[{place}].BankOn", sentence);
            return null;
        }

        return day;
    }

    private async Task<HandOverViewModel> FilledAsync(HandOverViewModel model, ClientAccount account)
    {
        model.Account = account;
        model.Cheques = await pages.OfAccountAsync(account.Id);
        model.MayTake = account.IsOpen
            && (await terms.GetAsync()).FindOffered(BuiltInMethods.Cheque) is not null
            && await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        return model;
    }
}
