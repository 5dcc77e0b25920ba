using System.Globalization;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Choices;
using Market.Payments.Reminders.Ladder;
using Market.Payments.Reminders.Plan;
using Market.Payments.Reminders.Sent;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Market.Payments.Reminders.Controllers;

/// <summary>The reminders of one member: what they had, what comes next, and what was chosen for them.</summary>
public sealed class ReminderAccountsController(
    IAuthorizationService authorization,
    Debtors debtors,
    ReminderLadderReader ladders,
    ReminderChoices choices,
    SentReminders sent,
    IMarketCalendar calendar,
    IClock clock,
    INotifier notifier,
    IHtmlLocalizer<ReminderAccountsController> H,
    IStringLocalizer<ReminderAccountsController> S) : Controller
{
    [Admin("payments/reminders/accounts/{id}", "ReminderAccount")]
    public async Task<IActionResult> Index(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if (await FilledAsync(new ReminderAccountViewModel(), id) is not { } model)
        {
            return NotFound();
        }

        var choice = await choices.FindAsync(id);
        model.IsOptedOut = model.ShownOptedOut = choice.IsOptedOut;
        model.PausedUntil = model.ShownPausedUntil = choice.PausedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return View(model);
    }

    [HttpPost]
    [ActionName(nameof(Index))]
    [Admin("payments/reminders/accounts/{id}", "ReminderAccountPost")]
    public async Task<IActionResult> IndexPost(string id, ReminderAccountViewModel model)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await FilledAsync(model, id) is null)
        {
            return NotFound();
        }

        DateOnly? until = null;
        if (!string.IsNullOrWhiteSpace(model.PausedUntil))
        {
            until = DateOnly.TryParseExact(model.PausedUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            if (until is null)
            {
                ModelState.AddModelError(nameof(model.PausedUntil), S["This is not a date."]);
                return View(model);
            }
        }

        await choices.ChangeAsync(id, choice =>
        {
            // What the member chose since the form was shown stays as it is.
            choice.IsOptedOut = model.IsOptedOut == model.ShownOptedOut ? choice.IsOptedOut : model.IsOptedOut;
            choice.PausedUntil = model.PausedUntil == model.ShownPausedUntil ? choice.PausedUntil : until;
        });
        await notifier.SuccessAsync(H["The choice is kept."]);
        return RedirectToRoute("ReminderAccount", new { id });
    }

    private async Task<ReminderAccountViewModel?> FilledAsync(ReminderAccountViewModel model, string id)
    {
        if (await debtors.FindAsync(id) is not { } debtor)
        {
            return null;
        }

        var ladder = await ladders.GetAsync();
        model.Account = debtor.Account;
        model.Owed = debtor.Case.Owed(ladder.Basis);
        model.Decision = ReminderRules.Decide(ladder, debtor.Case, await calendar.TodayAsync());
        model.Sent = new SentTableViewModel(
            await sent.ListAsync(id),
            new Dictionary<string, ClientAccount> { [id] = debtor.Account },
            model.Owed.Currency,
            await calendar.GetZoneAsync(),
            clock.UtcNow);
        model.MayChange = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        return model;
    }
}
