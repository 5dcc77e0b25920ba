using Market.Ledger;
using Market.Payments.Accounts;
using Market.Payments.Fees;
using Market.Payments.Models;
using Market.Payments.Paying;
using Market.Payments.Storage;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Controllers;

/// <summary>Charges one amount to many accounts: what was charged so far, the form, its preview, and the one commit.</summary>
public sealed class FeesController(
    IAuthorizationService authorization,
    FeeRuns runs,
    FeePreviews previews,
    FeeDesk desk,
    UserNames users,
    IMarketTerms terms,
    IMarketCalendar calendar,
    IMoneyForms forms,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<FeesController> H) : Controller
{
    private const int PageSize = 20;

    private const int MostFields = 50_000;

    [Admin("payments/fees", "PaymentsFees")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ChargeFees))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var shown = await runs.ListAsync(pager.GetStartIndex(), PageSize);
        return View(new FeesViewModel
        {
            Runs = shown,
            Users = await users.FindAsync(shown.Select(run => run.ProposedBy)),
            Zone = await calendar.GetZoneAsync(),
            Proposed = await runs.CountProposedAsync(),
            PaymentsActive = (await terms.GetAsync()).PaymentsActive,
            Pager = await shapes.PagerAsync(pager, await runs.CountAsync()),
        });
    }

    [Admin("payments/fees/new", "PaymentsFeesNew")]
    public async Task<IActionResult> New(string? of)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ChargeFees))
        {
            return Forbid();
        }

        var model = new FeeFormViewModel { Key = IMoneyForms.NewKey(), OccurredOn = await forms.TodayForInputAsync() };
        if (of is not null && await runs.FindAsync(of) is { } run)
        {
            model.Name = run.Name;
            model.Amount = run.AmountEach().Abs().ForInput();
            model.Entry = run.Kind == nameof(OperationKind.Fee) ? FeeEntry.Fee : run.MinorUnits < 0 ? FeeEntry.Charge : FeeEntry.Give;
        }

        return View(model);
    }

    [HttpPost]
    [RequestFormLimits(ValueCountLimit = MostFields)]
    [Admin("payments/fees/preview", "PaymentsFeesPreview")]
    public async Task<IActionResult> Preview(FeeFormViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ChargeFees))
        {
            return Forbid();
        }

        return await previews.FillAsync(model, ModelState) ? Shown(model) : View(nameof(New), model);
    }

    [HttpPost]
    [RequestFormLimits(ValueCountLimit = MostFields)]
    [Admin("payments/fees/post", "PaymentsFeesPost")]
    public async Task<IActionResult> Post(FeeFormViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ChargeFees))
        {
            return Forbid();
        }

        if (forms.ReadKey(model.Key, ModelState) is not { } key)
        {
            return View(nameof(New), model);
        }

        var keyHash = KeyHash.Of(key);
        if (await runs.FindByKeyAsync(keyHash) is { } first)
        {
            return await AnswerAsync(new FeeAnswer(FeeOutcome.AlreadyDone, first));
        }

        if (!await previews.FillAsync(model, ModelState))
        {
            return View(nameof(New), model);
        }

        var answer = model.Plan.Seen == model.Seen
            ? await desk.PostAsync(model.Plan.Request, model.Seen, keyHash, forms.UserId)
            : FeeAnswer.Of(FeeOutcome.Changed);
        if (answer.Run is not null)
        {
            return await AnswerAsync(answer);
        }

        // Pressed twice, what changed since is what the first press posted.
        if (await runs.FindByKeyAsync(keyHash) is { } before)
        {
            return await AnswerAsync(new FeeAnswer(FeeOutcome.AlreadyDone, before));
        }

        await notifier.WarningAsync(answer.Outcome is FeeOutcome.Nothing
            ? H["There is nobody to post this to."]
            : H["Nothing is posted yet: the choice or an account has changed since the page was shown. This is what would be posted now."]);
        return await previews.FillAsync(model, ModelState) ? Shown(model) : View(nameof(New), model);
    }

    private async Task<IActionResult> AnswerAsync(FeeAnswer answer)
    {
        await notifier.SuccessAsync(answer.Outcome is FeeOutcome.AlreadyDone ? H["This was already recorded; it is recorded once."]
            : answer.Run!.State == FeeRunState.Posted ? H.Plural(answer.Run.Lines.Count, "It is posted to one account.", "It is posted to {0} accounts.")
            : H["It is proposed. Somebody else approves it before anything is posted."]);
        return RedirectToRoute("PaymentsFeeRun", new { id = answer.Run!.RunId });
    }

    // What was sent is not what is shown now.
    private ViewResult Shown(FeeFormViewModel model)
    {
        ModelState.Clear();
        model.Seen = model.Plan.Seen;
        return View(nameof(Preview), model);
    }
}
