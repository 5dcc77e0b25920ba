using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Fees;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>One run: what it posted, what it would, and what a second person or its author decides.</summary>
public sealed class FeeRunController(
    IAuthorizationService authorization,
    FeeRuns runs,
    FeePlanner planner,
    FeeDesk desk,
    IClientAccounts accounts,
    IOpenAccounts openAccounts,
    UserNames users,
    IMarketCalendar calendar,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<FeeRunController> H) : Controller
{
    private const int FaultsShown = 10;

    [Admin("payments/fee/{id}", "PaymentsFeeRun")]
    public async Task<IActionResult> Index(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ChargeFees))
        {
            return Forbid();
        }

        if (await runs.FindAsync(id) is not { } run)
        {
            return NotFound();
        }

        var standing = await planner.StandingAsync(run.NameHash);
        return View(new FeeRunViewModel
        {
            Run = run,
            Plan = run.State == FeeRunState.Proposed ? await planner.PreviewAsync(run.ToRequest(), run) : null,
            Accounts = await accounts.FindManyAsync([.. run.Lines.Select(line => line.AccountId)]),
            Users = await users.FindAsync([run.ProposedBy, run.DecidedBy, run.UndoneBy]),
            IsOwn = run.ProposedBy == forms.UserId,
            Rest = run.State == FeeRunState.Posted ? (await openAccounts.ListAsync()).Count(account => !standing.ContainsKey(account.Id)) : 0,
            Zone = await calendar.GetZoneAsync(),
        });
    }

    [HttpPost]
    [Admin("payments/fee/{id}/approve", "PaymentsFeeApprove")]
    public Task<IActionResult> Approve(string id, string? seen) =>
        ActAsync(id, async run => await desk.ApproveAsync(run, seen ?? string.Empty, forms.UserId));

    [HttpPost]
    [Admin("payments/fee/{id}/decline", "PaymentsFeeDecline")]
    public Task<IActionResult> Decline(string id, string? reason) =>
        ActAsync(id, run => WithReasonAsync(reason, why => desk.DeclineAsync(run.RunId, why, forms.UserId)));

    [HttpPost]
    [Admin("payments/fee/{id}/withdraw", "PaymentsFeeWithdraw")]
    public Task<IActionResult> Withdraw(string id) =>
        ActAsync(id, async run => await desk.WithdrawAsync(run.RunId, forms.UserId));

    [HttpPost]
    [Admin("payments/fee/{id}/undo", "PaymentsFeeUndo")]
    public Task<IActionResult> Undo(string id, string? reason) =>
        ActAsync(id, run => WithReasonAsync(reason, async why => await desk.UndoAsync(run, why, await forms.TodayAsync(), forms.UserId)));

    private async Task<FeeAnswer?> WithReasonAsync(string? reason, Func<string, Task<FeeAnswer>> act)
    {
        if (PostingRules.JudgeReason(reason) is null)
        {
            return await act(OneLine.Of(reason!));
        }

        await notifier.ErrorAsync(H["Please give the reason, in {0} characters at most.", PostingRules.MaxMemoLength]);
        return null;
    }

    private async Task<IActionResult> ActAsync(string id, Func<FeeRun, Task<FeeAnswer?>> act)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ChargeFees))
        {
            return Forbid();
        }

        if (await runs.FindAsync(id) is not { } run)
        {
            return NotFound();
        }

        if (await act(run) is { } answer)
        {
            await SayAsync(answer);
        }

        return RedirectToRoute("PaymentsFeeRun", new { id });
    }

    private async Task SayAsync(FeeAnswer answer)
    {
        switch (answer.Outcome)
        {
            case FeeOutcome.Done:
                await notifier.SuccessAsync(answer.Run!.State switch
                {
                    FeeRunState.Posted => H.Plural(answer.Run.Lines.Count, "It is posted to one account.", "It is posted to {0} accounts."),
                    FeeRunState.Declined => H["It is declined. Nothing is posted."],
                    FeeRunState.Withdrawn => H["It is withdrawn. Nothing is posted."],
                    _ => H["All of it is undone: each statement shows both."],
                });
                break;
            case FeeOutcome.SamePerson:
                await notifier.ErrorAsync(H["You proposed this yourself: somebody else decides on it."]);
                break;
            case FeeOutcome.OtherPerson:
                await notifier.ErrorAsync(H["Only who proposed this can withdraw it."]);
                break;
            case FeeOutcome.NotNow:
                await notifier.InformationAsync(H["This has been settled already: the page says how."]);
                break;
            case FeeOutcome.Refused:
                await SayWhyNotAsync(answer.WhyNot);
                break;
            default:
                await notifier.WarningAsync(H["Nothing is posted: an account has changed since the page was shown. This is what would be posted now."]);
                break;
        }
    }

    private async Task SayWhyNotAsync(IReadOnlyDictionary<string, string> whyNot)
    {
        await notifier.ErrorAsync(H["Nothing is undone, for it is all or nothing."]);
        var names = await accounts.FindManyAsync([.. whyNot.Keys]);
        foreach (var (accountId, sentence) in whyNot.Take(FaultsShown))
        {
            await notifier.ErrorAsync(H["{0}: {1}", names.GetValueOrDefault(accountId)?.Name ?? accountId, sentence]);
        }
    }
}
