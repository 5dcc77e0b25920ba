using System.Security.Claims;
using Market.Payments.Accounts;
using Market.Payments.Households;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.RateLimiting;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers.Members;

/// <summary>Who sees an account beside its holder: the holder invites and removes, each of them leaves, a coordinator removes.</summary>
public sealed class HouseholdController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    HouseholdDesk desk,
    HouseholdPages pages,
    INotifier notifier,
    IHtmlLocalizer<HouseholdController> H) : Controller
{
    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    [Authorize]
    [Route("my-account/household", Name = "MyHousehold")]
    public async Task<IActionResult> Index() => await accounts.FindOwnAsync(User) is { } account ? View(await pages.ReadAsync(account, UserId)) : NotFound();

    [HttpPost]
    [Authorize]
    [EnableRateLimiting(MarketLimits.Invitations)]
    [Route("my-account/household/invite", Name = "MyHouseholdInvite")]
    public async Task<IActionResult> Invite(string? address)
    {
        if (await FindHeldAsync() is not { } account)
        {
            return NotFound();
        }

        if (await desk.InviteAsync(account.Id, UserId, address) is { } fault)
        {
            await notifier.ErrorAsync(H["{0}", fault]);
        }
        else
        {
            await notifier.SuccessAsync(H["The invitation is on its way. Nothing is shared until it is accepted."]);
        }

        return RedirectToRoute("MyHousehold");
    }

    [HttpPost]
    [Authorize]
    [EnableRateLimiting(MarketLimits.Invitations)]
    [Route("my-account/household/again", Name = "MyHouseholdAgain")]
    public async Task<IActionResult> Again(string? invitationId)
    {
        if (await FindHeldAsync() is not { IsOpen: true } account)
        {
            return NotFound();
        }

        return await SayAsync(await desk.SendAgainAsync(account.Id, invitationId ?? string.Empty), H["It is sent again. Links of before work no more."], H["This invitation is not open any more."]);
    }

    [HttpPost]
    [Authorize]
    [Route("my-account/household/withdraw", Name = "MyHouseholdWithdraw")]
    public async Task<IActionResult> Withdraw(string? invitationId) => await FindHeldAsync() is { } account
        ? await SayAsync(await desk.WithdrawAsync(account, invitationId ?? string.Empty, UserId), H["The invitation is withdrawn."], H["This invitation is not open any more."])
        : NotFound();

    [HttpPost]
    [Authorize]
    [Route("my-account/household/remove", Name = "MyHouseholdRemove")]
    public async Task<IActionResult> Remove(string? userId) => await FindHeldAsync() is { } account
        ? await SayAsync(await desk.RemoveAsync(account.Id, userId ?? string.Empty), H["This login sees nothing of the account any more."], H["There is no such login of this account."])
        : NotFound();

    [HttpPost]
    [Authorize]
    [Route("my-account/household/leave", Name = "MyHouseholdLeave")]
    public async Task<IActionResult> Leave()
    {
        if (await accounts.FindOwnAsync(User) is not { } account || account.UserId == UserId)
        {
            return NotFound();
        }

        await desk.RemoveAsync(account.Id, UserId);
        await notifier.SuccessAsync(H["You left the household."]);
        return RedirectToRoute("MyAccount");
    }

    [HttpPost]
    [Admin("payments/accounts/{id}/logins/remove", "PaymentsRemoveLogin")]
    public async Task<IActionResult> RemoveOf(string id, string? userId)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is null)
        {
            return NotFound();
        }

        await SayAsync(await desk.RemoveAsync(id, userId ?? string.Empty), H["This login sees nothing of the account any more."], H["There is no such login of this account."]);
        return RedirectToRoute("PaymentsAccount", new { id });
    }

    // The account of who is signed in, where they are its holder.
    private async Task<ClientAccount?> FindHeldAsync() => await accounts.FindOwnAsync(User) is { } account && account.UserId == UserId ? account : null;

    private async Task<IActionResult> SayAsync(bool isDone, LocalizedHtmlString done, LocalizedHtmlString not)
    {
        await notifier.AddAsync(isDone ? NotifyType.Success : NotifyType.Warning, isDone ? done : not);
        return RedirectToRoute("MyHousehold");
    }
}
