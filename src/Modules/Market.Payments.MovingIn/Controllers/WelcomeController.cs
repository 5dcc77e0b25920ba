using System.Text;
using Market.Payments.MovingIn.ViewModels;
using Market.Payments.MovingIn.Welcome;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.MovingIn.Controllers;

/// <summary>
/// Where the link of a welcome mail leads. A link alone does nothing, for mail programs follow links by themselves; the button leads to the
/// page on which Orchard sets passwords.
/// </summary>
[EnableRateLimiting(MarketLimits.Links)]
public sealed class WelcomeController(WelcomeLinks links, UserManager<IUser> users) : Controller
{
    [Route("welcome/{token}", Name = "PaymentsWelcome")]
    public async Task<IActionResult> Index(string token)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return await FindAsync(token) is { } user ? View(new WelcomeViewModel { Token = token, Email = user.Email }) : Unknown();
    }

    [HttpPost]
    [Route("welcome/{token}", Name = "PaymentsWelcomePost")]
    [ActionName(nameof(Index))]
    public async Task<IActionResult> IndexPost(string token)
    {
        if (await FindAsync(token) is not { } user)
        {
            return Unknown();
        }

        var code = Convert.ToBase64String(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        return RedirectToAction("ResetPassword", "ResetPassword", new { area = "OrchardCore.Users", code });
    }

    // Once there is a password, who forgets it asks for a new one as everybody does.
    private async Task<User?> FindAsync(string token) =>
        links.Read(token) is { } userId && await users.FindByIdAsync(userId) is User { IsEnabled: true } user && !await users.HasPasswordAsync(user) ? user : null;

    private ViewResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }
}
