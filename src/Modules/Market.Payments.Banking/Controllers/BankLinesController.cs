using Market.Ledger;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Banking.Controllers;

/// <summary>The lines of bank statements: proposed, ticked, posted in one commit; ignored with a reason.</summary>
public sealed class BankLinesController(
    IAuthorizationService authorization,
    StatementStore store,
    InboxPages pages,
    LineDesk desk,
    PostingProgress progress,
    IMarketTerms terms,
    IMoneyForms forms,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<BankLinesController> H) : Controller
{
    [Admin("payments/bank/lines", "PaymentsBankLines")]
    public async Task<IActionResult> Index(string? import, InboxFilter? show, string? search, PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var file = import is null ? null : await store.FindImportAsync(import);
        if (import is not null && file is null)
        {
            return NotFound();
        }

        var pager = new Pager(pagerParameters.Page, InboxPages.PageSize, InboxPages.PageSize);
        var model = await pages.FillAsync(file, show, search, pager.Page);
        model.MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        model.MayCorrect = await authorization.MayAsync(User, PaymentsRights.CorrectOperations);
        model.Pager = await shapes.PagerAsync(pager, model.Total, new RouteValueDictionary { ["import"] = import, ["show"] = model.Show.ToString(), ["search"] = search });
        return View(model);
    }

    /// <summary>Posts the lines that are ticked, each as it was proposed.</summary>
    [HttpPost]
    [Admin("payments/bank/lines/post", "PaymentsPostBankLines")]
    public async Task<IActionResult> Post(string? import, InboxFilter show, string[] selected, Dictionary<string, string> decisions)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var currency = (await terms.GetAsync()).Currency;
        var read = selected.Distinct(StringComparer.Ordinal).Take(InboxPages.PageSize).Select(lineId => Decision.Read(lineId, decisions.GetValueOrDefault(lineId), currency)).ToList();
        if (read.Count == 0)
        {
            await notifier.InformationAsync(H["Tick the lines that are to be posted."]);
        }
        else if (read.Contains(null))
        {
            await notifier.ErrorAsync(H["This form is not complete. Please open it again."]);
        }
        else if (await MayTakeBackAsync(read!))
        {
            await TellAsync(await desk.PostAsync([.. read.OfType<Decision>()], forms.UserId));
        }
        else
        {
            return Forbid();
        }

        return RedirectToRoute("PaymentsBankLines", new { import, show });
    }

    /// <summary>Posts all that is certain, where it is still what was shown.</summary>
    [HttpPost]
    [Admin("payments/bank/lines/certain", "PaymentsPostCertainBankLines")]
    public async Task<IActionResult> PostCertain(string? import, string? mark)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var certain = (await pages.WaitingAsync(import)).Where(line => InboxPages.FilterOf(line) is InboxFilter.Certain).ToList();
        if (certain.Count == 0)
        {
            // Pressed twice: the first press left nothing.
            await TellAsync(new DeskAnswer.AlreadyDone());
            return RedirectToRoute("PaymentsBankLines", new { import });
        }

        if (InboxPages.MarkOf(certain) != mark)
        {
            await notifier.WarningAsync(H["Something changed since this page was opened. Nothing was posted; look again."]);
            return RedirectToRoute("PaymentsBankLines", new { import });
        }

        var decided = certain.Select(line => line.Decision!).ToList();
        if (!await MayTakeBackAsync(decided))
        {
            return Forbid();
        }

        await TellAsync(await desk.PostAsync(decided, forms.UserId));
        return RedirectToRoute("PaymentsBankLines", new { import });
    }

    /// <summary>How far the posting is that this user waits for.</summary>
    [Admin("payments/bank/lines/progress", "PaymentsBankLinesProgress")]
    public async Task<IActionResult> Progress()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var (done, total) = progress.Of(forms.UserId);
        return Json(new { done, total });
    }

    [HttpPost]
    [Admin("payments/bank/lines/ignore", "PaymentsIgnoreBankLines")]
    public async Task<IActionResult> Ignore(string? import, InboxFilter show, string[] selected, string? reason)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (selected.Length == 0)
        {
            await notifier.InformationAsync(H["Tick the lines that are no client's."]);
        }
        else if (await desk.IgnoreAsync(selected, reason, forms.UserId) is DeskAnswer.Refused refused)
        {
            await notifier.ErrorAsync(H["{0}", refused.Sentence]);
        }
        else
        {
            await notifier.SuccessAsync(H["These lines are ignored, with your reason."]);
        }

        return RedirectToRoute("PaymentsBankLines", new { import, show });
    }

    // What reverses a credit is a correction.
    private async Task<bool> MayTakeBackAsync(IEnumerable<Decision> decisions) =>
        decisions.All(decision => decision.Returns is null) || await authorization.MayAsync(User, PaymentsRights.CorrectOperations);

    private async Task TellAsync(DeskAnswer answer)
    {
        switch (answer)
        {
            case DeskAnswer.Done done:
                await notifier.SuccessAsync(H.Plural(done.Count, "One line is posted.", "{0} lines are posted."));
                break;
            case DeskAnswer.AlreadyDone:
                await notifier.InformationAsync(H["This was already recorded; it is recorded once."]);
                break;
            case DeskAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
        }
    }
}
