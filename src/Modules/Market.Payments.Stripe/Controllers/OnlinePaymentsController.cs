using Market.Ledger;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Comparison;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Clients → Online payments: what was asked, what Stripe said of it, and what waits for a person.</summary>
public sealed class OnlinePaymentsController(
    IAuthorizationService authorization,
    CardPaymentStore payments,
    InboxStore events,
    PayoutStore payouts,
    IClientAccounts accounts,
    IMarketTerms terms,
    IMarketCalendar calendar,
    StripeInbox inbox,
    InboxWorker worker,
    StripeSweep sweep,
    CardFlags flags,
    TestMoney tests,
    StripeWords words,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<OnlinePaymentsController> H) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/online", "OnlinePayments")]
    public async Task<IActionResult> Index(OnlineTab tab, PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var skip = pager.GetStartIndex();
        var counts = new Dictionary<InboxState, int>();
        foreach (var state in Enum.GetValues<InboxState>())
        {
            counts[state] = await events.CountAsync(state);
        }

        InboxState? shown = Enum.TryParse<InboxState>(tab.ToString(), out var named) ? named : null;
        var listed = tab is OnlineTab.Payments ? await payments.ListAsync(skip, PageSize) : [];
        var flagged = await payments.ListFlaggedAsync(PageSize);
        var count = shown is { } inState ? counts[inState] : tab is OnlineTab.Payouts ? await payouts.CountAsync() : await payments.CountAsync();
        return View(new OnlinePaymentsViewModel
        {
            Tab = tab,
            Payments = listed,
            Flagged = flagged,
            Events = shown is { } state1 ? await events.ListAsync(state1, skip, PageSize) : [],
            Payouts = tab is OnlineTab.Payouts ? await payouts.ListAsync(skip, PageSize) : [],
            Accounts = await accounts.FindManyAsync([.. listed.Concat(flagged).Select(payment => payment.Payment.AccountId).Distinct()]),
            Counts = counts,
            TestMoney = await tests.CountAsync(),
            MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments),
            MayCorrect = await authorization.MayAsync(User, PaymentsRights.CorrectOperations),
            Currency = (await terms.GetAsync()).Currency,
            Zone = await calendar.GetZoneAsync(),
            Pager = await shapes.PagerAsync(pager, count, new RouteValueDictionary { ["tab"] = tab }),
        });
    }

    [Admin("payments/online/{id}", "OnlinePayment")]
    public async Task<IActionResult> Payment(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        return await payments.FindAsync(id) is { } payment
            ? View(new CardPaymentViewModel
            {
                Payment = payment,
                Account = await accounts.FindAsync(payment.Payment.AccountId),
                MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments),
                Zone = await calendar.GetZoneAsync(),
            })
            : NotFound();
    }

    [HttpPost]
    [Admin("payments/stripe/retry", "OnlinePaymentsRetry")]
    public async Task<IActionResult> Retry(string? eventId)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (string.IsNullOrEmpty(eventId) || !await inbox.ReleaseAsync(eventId) || await events.FindAsync(eventId) is not { } item)
        {
            await notifier.WarningAsync(H["There is nothing to try again."]);
        }
        else
        {
            await worker.ApplyAsync([item]);
            await notifier.InformationAsync(H["It was tried again."]);
        }

        return RedirectToRoute("OnlinePayments", new { tab = OnlineTab.Held });
    }

    [HttpPost]
    [Admin("payments/online/{id}/seen", "OnlinePaymentSeen")]
    public async Task<IActionResult> Seen(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        return await flags.SeeAsync(id) ? RedirectToRoute("OnlinePayments") : NotFound();
    }

    [HttpPost]
    [Admin("payments/stripe/compare", "OnlinePaymentsCompare")]
    public async Task<IActionResult> Compare()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var report = await sweep.RunAsync();
        if (report.Fault is { } fault)
        {
            await notifier.ErrorAsync(H["The comparison broke off: {0}", words.Fault(fault)]);
        }
        else
        {
            await notifier.SuccessAsync(H["Compared with Stripe: {0} taken in, {1} to look at.", report.Found, report.Flagged]);
        }

        return RedirectToRoute("OnlinePayments");
    }

    [HttpPost]
    [Admin("payments/stripe/test-money", "OnlinePaymentsTestMoney")]
    public async Task<IActionResult> TakeOut()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.CorrectOperations))
        {
            return Forbid();
        }

        var (takenOut, left) = await tests.TakeOutAsync();
        if (left > 0)
        {
            await notifier.ErrorAsync(H["{0} payments of test keys could not be taken out: their accounts are closed, or payments are off.", left]);
        }

        await notifier.SuccessAsync(H["{0} payments of test keys are out of the balances.", takenOut]);
        return RedirectToRoute("OnlinePayments");
    }
}
