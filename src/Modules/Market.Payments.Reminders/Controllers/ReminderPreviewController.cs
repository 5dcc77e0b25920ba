using Market.Ledger.Reminders;
using Market.Payments.Reminders.Ladder;
using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Plan;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Controllers;

/// <summary>A mail as it would go out to a real member, with inert links. Nothing is sent.</summary>
public sealed class ReminderPreviewController(
    IAuthorizationService authorization,
    Debtors debtors,
    Recipients recipients,
    ReminderComposer composer,
    ReminderLadderReader ladders,
    IMarketCalendar calendar,
    ISiteService siteService,
    ILocalizationService localization) : Controller
{
    private const int MostToChooseFrom = 200;

    [Admin("payments/reminders/preview", "RemindersPreview")]
    public async Task<IActionResult> Index(string? accountId, int step = 1)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var debtor = accountId is null ? null : await debtors.FindAsync(accountId);
        if (accountId is not null && debtor is null)
        {
            return NotFound();
        }

        var ladder = await ladders.GetAsync();
        var owing = await debtors.ReadAsync(ladder.Threshold).Take(MostToChooseFrom).Select(owes => owes.Account).ToListAsync();
        var steps = (await siteService.GetSettingsAsync<RemindersSettings>()).Steps.Length;
        var recipient = debtor is null ? null : await recipients.FindAsync(debtor.Account.UserId);
        return View(new ReminderPreviewViewModel
        {
            Accounts = debtor is null ? owing : [.. owing.UnionBy([debtor.Account], account => account.Id)],
            AccountId = debtor?.Account.Id,
            Steps = steps,
            Step = step,
            Recipient = recipient,
            Mail = debtor is not null && step >= 1 && step <= steps
                ? await composer.ComposeAsync(debtor, step, recipient?.Culture ?? await localization.GetDefaultCultureAsync(), await FirstDayAsync(debtor, ladder))
                : null,
        });
    }

    // Before its days of grace are over nothing is overdue, and no mail goes out.
    private async Task<DateOnly> FirstDayAsync(DebtorCase debtor, ReminderLadder ladder)
    {
        var today = await calendar.TodayAsync();
        return debtor.Case.DebtSince(ladder.Threshold)?.AddDays(ladder.GraceDays) is { } first && first > today ? first : today;
    }
}
