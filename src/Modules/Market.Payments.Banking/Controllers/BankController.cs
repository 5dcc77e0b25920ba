using System.Globalization;
using Market.Bank.Statements;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.Transfers;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Banking.Controllers;

/// <summary>The bank: statements read, what it says beside what the books say, and how far transfers are recorded.</summary>
public sealed class BankController(
    IAuthorizationService authorization,
    BankPages pages,
    BankData bank,
    StatementDesk desk,
    LineDesk lines,
    StatementWords words,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<BankController> H) : Controller
{
    [Admin("payments/bank", "PaymentsBank")]
    public async Task<IActionResult> Index(PagerParameters pager)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var model = await FilledAsync(new BankViewModel(), pager);
        model.OccurredOn = (model.Accounts.Max(account => account.Last) is { } last && last < model.Today ? last : model.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return View(model);
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
            return View(await FilledAsync(model, new PagerParameters()));
        }

        await bank.SayRecordedUpToAsync(day);
        await notifier.SuccessAsync(H["Noted: all transfers up to {0} are recorded.", day.InWords()]);
        return RedirectToRoute("PaymentsBank");
    }

    /// <summary>Reads a file of statements. Nothing is posted by it.</summary>
    [HttpPost]
    [Admin("payments/bank/read", "PaymentsReadBankFile")]
    [RequestSizeLimit(StatementDesk.MostBytes + (1 << 16))]
    [RequestFormLimits(MultipartBodyLengthLimit = StatementDesk.MostBytes + (1 << 16))]
    public async Task<IActionResult> Read(IFormFile? file, bool isOurs)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (file is null || file.Length == 0)
        {
            await notifier.ErrorAsync(H["Choose the file that your bank gave you."]);
            return RedirectToRoute("PaymentsBank");
        }

        await using var content = file.OpenReadStream();
        if (StatementFile.FormOf(content) is not { } form)
        {
            await notifier.ErrorAsync(H["{0}", words.For(new StatementFault(StatementFaultReason.UnknownForm))]);
            return RedirectToRoute("PaymentsBank");
        }

        switch (await desk.ReadAsync(content, file.FileName, form.ToString(), StatementFile.Read, isOurs, forms.UserId))
        {
            case ImportAnswer.Done done:
                await notifier.SuccessAsync(H["The file is read. Nothing is posted yet."]);
                return RedirectToRoute("PaymentsBankLines", new { import = done.ImportId });
            case ImportAnswer.AlreadyDone before:
                await notifier.InformationAsync(H["This file was read before. Nothing was read twice."]);
                return RedirectToRoute("PaymentsBankLines", new { import = before.ImportId });
            case ImportAnswer.UnknownAccount unknown:
                var model = await FilledAsync(new BankViewModel(), new PagerParameters());
                model.Strangers = string.Join(", ", unknown.Accounts);
                model.OccurredOn = model.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return View(nameof(Index), model);
            case ImportAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
        }

        return RedirectToRoute("PaymentsBank");
    }

    /// <summary>Takes a whole file back: its credits are reversed, its lines are gone.</summary>
    [HttpPost]
    [Admin("payments/bank/import/{id}/undo", "PaymentsUndoBankFile")]
    public async Task<IActionResult> Undo(string id, string? reason)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.CorrectOperations))
        {
            return Forbid();
        }

        switch (await lines.UndoImportAsync(id, reason ?? string.Empty, forms.UserId))
        {
            case DeskAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                return RedirectToRoute("PaymentsBankLines", new { import = id });
            case DeskAnswer.Done done:
                await notifier.SuccessAsync(H.Plural(done.Count, "The file is taken back, and one line of it reversed.", "The file is taken back, and {0} lines of it reversed."));
                break;
            default:
                await notifier.InformationAsync(H["This file was taken back before."]);
                break;
        }

        return RedirectToRoute("PaymentsBank");
    }

    private async Task<BankViewModel> FilledAsync(BankViewModel model, PagerParameters pager)
    {
        await pages.FillAsync(model, pager);
        model.MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        return model;
    }
}
