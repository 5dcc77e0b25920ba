using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.Sent;
using Market.Payments.Reminders.ViewModels;
using Market.Payments.Reminders.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Reminders.Controllers;

/// <summary>What went out: each mail, its step, what became of it.</summary>
public sealed class SentRemindersController(
    IAuthorizationService authorization,
    SentReminders sent,
    ReminderSender sender,
    IUnitOfWork work,
    ReminderWords words,
    IClientAccounts accounts,
    IMarketTerms terms,
    IMarketCalendar calendar,
    IClock clock,
    IAccountLoops loops,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<SentRemindersController> H) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/reminders/sent", "SentReminders")]
    public async Task<IActionResult> Index(SentFilter filter, PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var counts = new Dictionary<SentFilter, int>();
        foreach (var one in Enum.GetValues<SentFilter>())
        {
            counts[one] = await sent.CountAsync(one);
        }

        var records = await sent.ListAsync(filter, pager.GetStartIndex(), PageSize);
        return View(new SentRemindersViewModel
        {
            Filter = filter,
            Counts = counts,
            Running = await loops.ListRunningAsync(nameof(SendPaymentReminderTask)),
            Broken = await loops.ListBrokenAsync(nameof(SendPaymentReminderTask)),
            Table = new SentTableViewModel(
                records,
                await accounts.FindManyAsync([.. records.Select(record => record.AccountId).Distinct()]),
                (await terms.GetAsync()).Currency,
                await calendar.GetZoneAsync(),
                clock.UtcNow),
            MaySend = await authorization.MayAsync(User, PaymentsRights.RecordPayments),
            Pager = await shapes.PagerAsync(pager, counts[filter], new RouteValueDictionary { ["filter"] = filter }),
        });
    }

    [Admin("payments/reminders/sent/{id}", "SentReminder")]
    public async Task<IActionResult> Details(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if (await sent.FindAsync(id) is not { } record)
        {
            return NotFound();
        }

        return View(new SentReminderViewModel
        {
            Record = record,
            Account = await accounts.FindAsync(record.AccountId),
            Owed = new Money(record.Owed, (await terms.GetAsync()).Currency),
            Zone = await calendar.GetZoneAsync(),
            UtcNow = clock.UtcNow,
            MaySend = await authorization.MayAsync(User, PaymentsRights.RecordPayments),
        });
    }

    [HttpPost]
    [Admin("payments/reminders/sent/{id}/again", "SendReminderAgain")]
    public async Task<IActionResult> Again(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await sent.FindAsync(id) is null)
        {
            return NotFound();
        }

        switch (await sender.SendAgainAsync(id))
        {
            case ReminderResult.Sent:
                await notifier.SuccessAsync(H["The reminder is sent again."]);
                break;
            case ReminderResult.Failed failed:
                await notifier.ErrorAsync(H["The reminder could not be sent: {0}", failed.Fault]);
                break;
            case ReminderResult.Skipped { Decision: { } decision }:
                await notifier.WarningAsync(H["Nothing is sent. {0}", words.Decision(decision)]);
                break;
            default:
                await notifier.InformationAsync(H["Nothing is sent: it is known what became of this reminder."]);
                break;
        }

        return RedirectToRoute("SentReminder", new { id });
    }

    [HttpPost]
    [Admin("payments/reminders/send-again", "SendRemindersAgain")]
    public async Task<IActionResult> AgainAll(string[] ids)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var answer = await sender.SendAgainAsync(ids.Distinct(StringComparer.Ordinal).Take(PageSize));
        if (answer.Sent > 0)
        {
            await notifier.SuccessAsync(H.Plural(answer.Sent, "{0} reminder is sent again.", "{0} reminders are sent again."));
        }

        if (answer.Kept > 0)
        {
            await notifier.WarningAsync(H.Plural(answer.Kept, "{0} reminder is not sent: the debt, the ladder or the member's choice has changed since.", "{0} reminders are not sent: the debts, the ladder or the members' choices have changed since."));
        }

        if (answer.Failed > 0)
        {
            await notifier.ErrorAsync(H.Plural(answer.Failed, "{0} reminder could not be sent: {1}", "{0} reminders could not be sent, the last one because: {1}", answer.Fault!));
        }

        return RedirectToRoute("SentReminders", new { filter = SentFilter.Uncertain });
    }

    [HttpPost]
    [Admin("payments/reminders/release-digests", "ReleaseReminderDigests")]
    public async Task<IActionResult> ReleaseDigests()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var released = await work.RunAsync(services => services.GetRequiredService<ReminderClaims>().ReleaseDigestsAsync(), count => count > 0);
        await notifier.SuccessAsync(H.Plural(released, "{0} member is in the next digest.", "{0} members are in the next digest."));
        return RedirectToRoute("SentReminders");
    }
}
