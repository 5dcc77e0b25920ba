using System.Security.Claims;
using Market.Payments.Households;
using Market.Payments.Invitations;
using Market.Payments.Models;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.RateLimiting;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;

namespace Market.Payments.Controllers.Members;

/// <summary>
/// Where the link of an invitation leads. A link alone does nothing, for mail programs follow links by themselves. It says the same to
/// everybody, whether the market knows the address it was sent to or not.
/// </summary>
[EnableRateLimiting(MarketLimits.Links)]
public sealed class InvitationController(
    InvitationLinks links,
    InvitedVisitor visitor,
    HouseholdDesk desk,
    HouseholdReasons reasons,
    HouseholdMail mail,
    IClientAccounts accounts,
    IMarketCalendar calendar,
    ISiteService siteService,
    INotifier notifier,
    IHtmlLocalizer<InvitationController> H) : Controller
{
    private string? UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

    [Route("invitation/{token}", Name = "Invitation")]
    public async Task<IActionResult> Index(string token) => await links.ReadAsync(token) is { } invitation
        ? Shown(await ShowAsync(token, invitation, UserId is { } userId && invitation.AccountId is { } accountId ? await reasons.FindAsync(accountId, userId) : []))
        : Unknown();

    [HttpPost]
    [Authorize]
    [Route("invitation/{token}", Name = "InvitationAccept")]
    public async Task<IActionResult> Accept(string token)
    {
        if (await links.ReadAsync(token) is not { Kind: InvitationKind.Household } invitation)
        {
            return Unknown();
        }

        var open = await desk.AcceptAsync(invitation, UserId!);
        if (open.Count > 0)
        {
            return Shown(await ShowAsync(token, invitation, open));
        }

        visitor.Forget();
        await mail.JoinedAsync(invitation.InvitedBy, User.Identity?.Name ?? string.Empty);
        await notifier.SuccessAsync(H["You are of the household now. What you order and pay is noted under your own name."]);
        return RedirectToRoute("MyAccount");
    }

    /// <summary>Remembers the invitation for as long as it takes to register.</summary>
    [HttpPost]
    [Route("invitation/{token}/register", Name = "InvitationRegister")]
    public async Task<IActionResult> Register(string token)
    {
        if (await links.ReadAsync(token) is not { } invitation)
        {
            return Unknown();
        }

        visitor.Remember(token);
        return RedirectToAction("Register", "Registration", new
        {
            area = "OrchardCore.Users",
            returnUrl = invitation.Kind is InvitationKind.Household ? Url.RouteUrl("Invitation", new { token }) : Url.RouteUrl("MyAccount"),
        });
    }

    private async Task<InvitationViewModel> ShowAsync(string token, Invitation invitation, IReadOnlyList<string> open) => new()
    {
        Token = token,
        Market = (await siteService.GetSiteSettingsAsync()).SiteName,
        Household = invitation.AccountId is { } accountId ? (await accounts.FindAsync(accountId))?.Name : null,
        Until = DateOnly.FromDateTime(await calendar.ToLocalAsync(invitation.ExpiresAt)),
        IsSignedIn = UserId is not null,
        Reasons = open,
        GivenUp = UserId is { } userId && invitation.AccountId is not null && await accounts.FindByUserAsync(userId) is { IsOpen: true } own ? own.Number : null,
    };

    private ViewResult Shown(InvitationViewModel model)
    {
        Shield();
        return View(nameof(Index), model);
    }

    private ViewResult Unknown()
    {
        Shield();
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }

    private void Shield()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
