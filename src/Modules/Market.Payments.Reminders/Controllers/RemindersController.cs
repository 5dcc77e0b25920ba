using System.Security.Claims;
using Market.Payments.Reminders.Plan;
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
using OrchardCore.Navigation;
using OrchardCore.Settings;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Reminders.Controllers;

/// <summary>What would go out now, and the way to have it go.</summary>
public sealed class RemindersController(
    IAuthorizationService authorization,
    ReminderPlan plan,
    IUnitOfWork work,
    IWorkflowTypeStore workflows,
    IShapeFactory shapes,
    ISiteService siteService,
    INotifier notifier,
    IHtmlLocalizer<RemindersController> H) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/reminders", "Reminders")]
    public async Task<IActionResult> Index(PlanFilter filter, PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var planned = await plan.ReadAsync(filter, pager.GetStartIndex(), PageSize);
        return View(new PlanViewModel
        {
            Planned = planned,
            Filter = filter,
            MaySend = await authorization.MayAsync(User, PaymentsRights.RecordPayments),
            MaySet = await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings),
            HasAddress = !string.IsNullOrWhiteSpace((await siteService.GetSiteSettingsAsync()).BaseUrl),
            Pager = await shapes.PagerAsync(pager, planned[filter], new RouteValueDictionary { ["filter"] = filter }),
        });
    }

    [HttpPost]
    [Admin("payments/reminders/send", "RemindersSend")]
    public async Task<IActionResult> Send(int expected)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (!(await workflows.GetByStartActivityAsync(nameof(RemindersAskedForEvent))).Any())
        {
            await notifier.ErrorAsync(H["Nothing is sent: no workflow that is enabled starts with the event “Reminders Asked For”. See Workflows."]);
            return RedirectToRoute("Reminders");
        }

        // Whoever confirms a number has not confirmed another one.
        var mails = (await plan.ReadAsync(PlanFilter.Mails, 0, 0))[PlanFilter.Mails];
        if (mails > expected)
        {
            await notifier.WarningAsync(H["Nothing is sent: meanwhile {0} mails would go out, and not {1}. Please look again.", mails, expected]);
            return RedirectToRoute("Reminders");
        }

        await work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<IMarketEvents>().RaiseAsync(new MarketEvent(
                    nameof(RemindersAskedForEvent),
                    null,
                    new Dictionary<string, string> { ["UserId"] = User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty }));
                return true;
            },
            _ => true);
        await notifier.SuccessAsync(H["The reminders are on their way."]);
        return RedirectToRoute("SentReminders");
    }
}
