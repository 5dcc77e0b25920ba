using System.Globalization;
using Market.Payments.YearsTurn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>Clients → Year's turn: what somebody needs who takes the books over.</summary>
public sealed class YearController(
    IAuthorizationService authorization,
    YearPages pages,
    LockMover mover,
    INotifier notifier,
    IHtmlLocalizer<YearController> H) : Controller
{
    [Admin("payments/year", "PaymentsYear")]
    public async Task<IActionResult> Index(string? of)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        DateOnly? day = DateOnly.TryParseExact(of, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 2000 and < 2200 ? read : null;
        return View(await pages.ReadAsync(day, await MayLockAsync()));
    }

    [HttpPost]
    [Admin("payments/year/lock", "PaymentsYearLock")]
    public async Task<IActionResult> Lock(string? day, string? of)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks) || !await MayLockAsync())
        {
            return Forbid();
        }

        if (await mover.MoveAsync(day) is { } whyNot)
        {
            await notifier.ErrorAsync(H["{0}", whyNot]);
        }
        else
        {
            await notifier.SuccessAsync(H["It is locked: no operation is dated on that day or before any more."]);
        }

        return RedirectToRoute("PaymentsYear", new { of });
    }

    // The lock is one of the accounting settings.
    private Task<bool> MayLockAsync() => authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings);
}
