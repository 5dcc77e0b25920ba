using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.Tables;
using Market.Payments.Banking.ViewModels;
using Market.Tables.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Banking.Controllers;

/// <summary>What the columns of a bank's table are: guessed, shown, corrected, kept by name; then the table is read like any statement.</summary>
public sealed class BankTableController(
    IAuthorizationService authorization,
    UploadStore uploads,
    TablePages pages,
    StatementDesk desk,
    IMarketTerms terms,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<BankTableController> H) : Controller
{
    [Admin("payments/bank/table/{id}", "PaymentsBankTable")]
    public async Task<IActionResult> Index(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        return await uploads.FindAsync(id, forms.UserId) is var (fileName, content) ? View(await pages.GuessAsync(fileName, content)) : NotFound();
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/bank/table/{id}", "PaymentsBankTablePost")]
    public async Task<IActionResult> IndexPost(string id, TableViewModel model, string? act)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await uploads.FindAsync(id, forms.UserId) is not var (fileName, content))
        {
            return NotFound();
        }

        await pages.FillAsync(model, fileName, content);
        model.Name = OneLine.OrNull(model.Name);
        if (act != "read" || model.Fault is not null || model.Count == 0)
        {
            ModelState.Clear();
            return View(model);
        }

        if (model.Name is not { Length: <= TablePages.MaxNameLength } name)
        {
            ModelState.AddModelError(nameof(model.Name), H["Say what these columns are called, like the bank."].Value);
            return View(model);
        }

        if (string.IsNullOrWhiteSpace(model.Account))
        {
            ModelState.AddModelError(nameof(model.Account), H["Say which account the table is of."].Value);
            return View(model);
        }

        var currency = (await terms.GetAsync()).Currency;
        content.Position = 0;

        // Whose account it is was said on this page.
        var answer = await desk.ReadAsync(content, fileName, "csv " + name, file => TablePages.Read(TableFile.Open(file, model.Form), model, currency), isOurs: true, forms.UserId);
        if (answer is ImportAnswer.Refused refused)
        {
            await notifier.ErrorAsync(H["{0}", refused.Sentence]);
            return View(model);
        }

        await pages.KeepAsync(model.Mapping);
        await uploads.RemoveAsync(id);
        await (answer is ImportAnswer.Done
            ? notifier.SuccessAsync(H["The file is read. Nothing is posted yet."])
            : notifier.InformationAsync(H["This file was read before. Nothing was read twice."]));
        return RedirectToRoute("PaymentsBankLines", new { import = answer is ImportAnswer.Done done ? done.ImportId : ((ImportAnswer.AlreadyDone)answer).ImportId });
    }
}
