using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.MovingIn.Runs;
using Market.Payments.MovingIn.ViewModels;
using Market.Payments.MovingIn.Welcome;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.BackgroundJobs;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Market.Payments.MovingIn.Controllers;

/// <summary>What was moved in: who, what it comes to, taking it back, and the mails to those who are new.</summary>
[Authorize(Policy = MovingRights.MoveIn)]
public sealed class MovedInController(
    RunStore runs,
    IClientAccounts accounts,
    IUnitOfWork work,
    IMoneyForms forms,
    IMarketTerms terms,
    IMarketCalendar calendar,
    ISiteAddress address,
    IClock clock,
    INotifier notifier,
    IHtmlLocalizer<MovedInController> H) : Controller
{
    private const int BatchSize = 500;

    [Admin("payments/moved-in/{id}", "PaymentsMovedIn")]
    public async Task<IActionResult> Index(string id)
    {
        if (await runs.FindAsync(id) is not { } run)
        {
            return NotFound();
        }

        var people = await runs.PeopleAsync(id);
        var known = new Dictionary<string, ClientAccount>(StringComparer.Ordinal);
        foreach (var batch in people.Select(person => person.AccountId).Chunk(BatchSize))
        {
            foreach (var (accountId, account) in await accounts.FindManyAsync(batch))
            {
                known[accountId] = account;
            }
        }

        return View(new RunViewModel
        {
            Run = run,
            Currency = (await terms.GetAsync()).Currency,
            Zone = await calendar.GetZoneAsync(),
            People = people,
            Accounts = known,
            Uncertain = people.Where(person => WelcomeSender.IsUncertain(person, clock.UtcNow)).Select(person => person.Line).ToHashSet(),
        });
    }

    [HttpPost]
    [Admin("payments/moved-in/{id}/reverse", "PaymentsMovedInReverse")]
    public async Task<IActionResult> TakeBack(string id, string? reason)
    {
        if (await runs.FindAsync(id) is null)
        {
            return NotFound();
        }

        if (OneLine.OrNull(reason) is not { Length: <= PostingRules.MaxMemoLength } why)
        {
            await notifier.ErrorAsync(H["Please give the reason: the members read it in their statements. It has at most {0} characters.", PostingRules.MaxMemoLength]);
            return RedirectToRoute("PaymentsMovedIn", new { id });
        }

        var userId = forms.UserId;
        switch (await work.RunAsync(services => services.GetRequiredService<RunReversal>().RunAsync(id, why, userId), answer => answer is ReversalAnswer.Reversed))
        {
            case ReversalAnswer.Reversed reversed:
                await notifier.SuccessAsync(H.Plural(reversed.Balances, "One balance is reversed.", "{0} balances are reversed."));
                break;
            case ReversalAnswer.Before:
                await notifier.InformationAsync(H["The balances are reversed already; it is done once."]);
                break;
            case ReversalAnswer.Used used:
                await notifier.ErrorAsync(H["Nothing is reversed: something was posted since on {0}. Correct the balances of single accounts on their pages instead.", Named(used.Accounts)]);
                break;
            case ReversalAnswer.Refused refused:
                await notifier.ErrorAsync(H["Nothing is reversed. {0}", refused.Sentence]);
                break;
            default:
                return NotFound();
        }

        return RedirectToRoute("PaymentsMovedIn", new { id });
    }

    /// <summary>Writes to those who are new, or again to those whose mail failed.</summary>
    [HttpPost]
    [Admin("payments/moved-in/{id}/welcome", "PaymentsMovedInWelcome")]
    public async Task<IActionResult> Write(string id, bool again)
    {
        if (await runs.FindAsync(id) is null)
        {
            return NotFound();
        }

        if (await address.GetAsync() is not { } site)
        {
            await notifier.ErrorAsync(H["The mails need the address of the site: set the base URL in Settings → General."]);
        }
        else
        {
            // A thousand mails take minutes; the page shows how far they are.
            await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(
                "welcome-mails", scope => scope.ServiceProvider.GetRequiredService<WelcomeSender>().SendAsync(id, again, site));
            await notifier.InformationAsync(H["The mails are being sent. This page shows how far they are."]);
        }

        return RedirectToRoute("PaymentsMovedIn", new { id });
    }

    private static string Named(IReadOnlyList<string> accounts)
    {
        const int MostNamed = 10;
        return string.Join(", ", accounts.Take(MostNamed)) + (accounts.Count > MostNamed ? "…" : string.Empty);
    }
}
