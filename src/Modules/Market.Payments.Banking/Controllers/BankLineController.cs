using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Statements;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>One line of a bank statement: whose it is, said by a person; taken back by reversal.</summary>
public sealed class BankLineController(
    IAuthorizationService authorization,
    StatementStore store,
    LinePages pages,
    LineDesk desk,
    IMarketTerms terms,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<BankLineController> H) : Controller
{
    [Admin("payments/bank/line/{id}", "PaymentsBankLine")]
    public async Task<IActionResult> Index(string id, string? search)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if (await pages.FindAsync(id, search) is not { } model)
        {
            return NotFound();
        }

        model.MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        model.MayCorrect = await authorization.MayAsync(User, PaymentsRights.CorrectOperations);
        return View(model);
    }

    /// <summary>Divides the line among accounts, by the amounts that were typed.</summary>
    [HttpPost]
    [Admin("payments/bank/line/{id}/assign", "PaymentsAssignBankLine")]
    public Task<IActionResult> Assign(string id, string? search, Dictionary<string, string> amounts) => ActAsync(id, search, PaymentsRights.RecordPayments, async line =>
    {
        var parts = new List<(string AccountId, Money Amount)>();
        foreach (var (accountId, text) in amounts.Where(amount => !string.IsNullOrWhiteSpace(amount.Value)))
        {
            var errors = new ModelStateDictionary();
            if (await forms.ReadAmountAsync(text, errors) is not { } amount)
            {
                return new DeskAnswer.Refused(errors.Values.SelectMany(entry => entry.Errors).First().ErrorMessage);
            }

            parts.Add((accountId, amount));
        }

        return await desk.PostAsync([await pages.DivideAsync(line, parts)], forms.UserId);
    });

    /// <summary>Makes of the line what a button says: what is proposed, what was recorded by hand, what it takes back.</summary>
    [HttpPost]
    [Admin("payments/bank/line/{id}/decide", "PaymentsDecideBankLine")]
    public async Task<IActionResult> Decide(string id, string? decision)
    {
        var read = Decision.Read(id, decision, (await terms.GetAsync()).Currency);
        return await ActAsync(id, null, read?.Returns is null ? PaymentsRights.RecordPayments : PaymentsRights.CorrectOperations, async _ => read is null
            ? new DeskAnswer.Refused(H["This form is not complete. Please open it again."].Value)
            : await desk.PostAsync([read], forms.UserId));
    }

    [HttpPost]
    [Admin("payments/bank/line/{id}/ignore", "PaymentsIgnoreBankLine")]
    public Task<IActionResult> Ignore(string id, string? reason) => ActAsync(id, null, PaymentsRights.RecordPayments, _ => desk.IgnoreAsync([id], reason, forms.UserId));

    [HttpPost]
    [Admin("payments/bank/line/{id}/take-up", "PaymentsTakeUpBankLine")]
    public Task<IActionResult> TakeUp(string id) => ActAsync(id, null, PaymentsRights.RecordPayments, _ => desk.TakeUpAsync([id], forms.UserId));

    [HttpPost]
    [Admin("payments/bank/line/{id}/another", "PaymentsTellApartBankLine")]
    public Task<IActionResult> TellApart(string id) => ActAsync(id, null, PaymentsRights.RecordPayments, _ => desk.TellApartAsync(id, forms.UserId));

    [HttpPost]
    [Admin("payments/bank/line/{id}/same", "PaymentsTellKnownBankLine")]
    public Task<IActionResult> TellKnown(string id) => ActAsync(id, null, PaymentsRights.RecordPayments, _ => desk.TellKnownAsync(id, forms.UserId));

    [HttpPost]
    [Admin("payments/bank/line/{id}/undo", "PaymentsUndoBankLine")]
    public Task<IActionResult> Undo(string id, string? reason) => ActAsync(id, null, PaymentsRights.CorrectOperations, _ => desk.UndoAsync(id, reason ?? string.Empty, forms.UserId));

    private async Task<IActionResult> ActAsync(string id, string? search, string right, Func<LineRow, Task<DeskAnswer>> act)
    {
        if (!await authorization.MayAsync(User, right))
        {
            return Forbid();
        }

        if (await store.FindLineAsync(id) is not { } line)
        {
            return NotFound();
        }

        switch (await act(line))
        {
            case DeskAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                return RedirectToRoute("PaymentsBankLine", new { id, search });
            case DeskAnswer.AlreadyDone:
                await notifier.InformationAsync(H["This was already recorded; it is recorded once."]);
                break;
            default:
                await notifier.SuccessAsync(H["It is noted."]);
                break;
        }

        return RedirectToRoute("PaymentsBankLine", new { id });
    }
}
