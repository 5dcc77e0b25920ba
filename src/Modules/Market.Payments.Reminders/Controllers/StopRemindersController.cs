using Market.Payments.Reminders.Choices;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Market.Payments.Reminders.Controllers;

/// <summary>
/// Where a mail's link leads whoever wants no such mails. A link alone stops nothing, for mail programs follow links by themselves; and it
/// shows nothing of the account.
/// </summary>
[EnableRateLimiting(MarketLimits.Links)]
public sealed class StopRemindersController(OptOutLinks links, IClientAccounts accounts, ReminderChoices choices) : Controller
{
    [Route("reminders/stop/{token}", Name = "StopReminders")]
    public async Task<IActionResult> Index(string token)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return await FindAsync(token) is { } accountId
            ? View(new StopRemindersViewModel(token, (await choices.FindAsync(accountId)).IsOptedOut))
            : Unknown();
    }

    [HttpPost]
    [Route("reminders/stop/{token}", Name = "StopRemindersPost")]
    [ActionName(nameof(Index))]
    public async Task<IActionResult> IndexPost(string token, bool stop)
    {
        if (await FindAsync(token) is not { } accountId)
        {
            return Unknown();
        }

        await choices.ChangeAsync(accountId, choice => choice.IsOptedOut = stop);
        return RedirectToRoute("StopReminders", new { token });
    }

    private async Task<string?> FindAsync(string token) =>
        links.Read(token) is { } accountId && await accounts.FindAsync(accountId) is not null ? accountId : null;

    private ViewResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }
}
