using System.Security.Claims;
using Market.Payments.Accounts;
using Market.Payments.Farewells;
using Market.Payments.Households;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Controllers;

/// <summary>A member leaves the market; a coordinator calls it off while the name is still there.</summary>
public sealed class LeaveController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IMarketCalendar calendar,
    LeavingDesk desk,
    LeavingReasons reasons,
    HouseholdReasons household,
    LeavingMail mail,
    UserManager<IUser> users,
    SignInManager<IUser> signIn,
    INotifier notifier,
    IHtmlLocalizer<LeaveController> H) : Controller
{
    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    [Authorize]
    [Route("my-account/leave", Name = "MyLeave")]
    public async Task<IActionResult> Index() => await FindHeldAsync() is { } account && await users.FindByIdAsync(UserId) is User user
        ? View(new LeaveViewModel(await reasons.FindAsync(account.Id, await accounts.GetBalanceAsync(account.Id), user.RoleNames), LeavingWork.DaysKept, (await household.ListAsync(account.Id)).Count))
        : NotFound();

    [HttpPost]
    [Authorize]
    [Route("my-account/leave")]
    public async Task<IActionResult> Leave(bool sure)
    {
        if (await FindHeldAsync() is not { } account)
        {
            return NotFound();
        }

        if (!sure)
        {
            await notifier.ErrorAsync(H["Tick that you are sure, and nothing is done before."]);
            return RedirectToRoute("MyLeave");
        }

        var open = await desk.LeaveAsync(account.Id, UserId);
        if (open.Count > 0)
        {
            return View(nameof(Index), new LeaveViewModel(open, LeavingWork.DaysKept));
        }

        await mail.SendAsync(UserId, (await calendar.TodayAsync()).AddDays(LeavingWork.DaysKept));
        await signIn.SignOutAsync();
        return View("Left", new LeaveViewModel([], LeavingWork.DaysKept));
    }

    [HttpPost]
    [Admin("payments/accounts/{id}/stay", "PaymentsStay")]
    public async Task<IActionResult> Stay(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is null)
        {
            return NotFound();
        }

        if (await desk.CallOffAsync(id))
        {
            await notifier.SuccessAsync(H["The account is open again, and its login works."]);
        }
        else
        {
            await notifier.WarningAsync(H["There was nothing to call off any more."]);
        }

        return RedirectToRoute("PaymentsAccount", new { id });
    }

    // Another login of the household leaves that, and not the market.
    private async Task<ClientAccount?> FindHeldAsync() => await accounts.FindOwnAsync(User) is { IsOpen: true } account && account.UserId == UserId ? account : null;
}
