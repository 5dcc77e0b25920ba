using System.Net.Mime;
using System.Security.Claims;
using Market.Payments.Accounts;
using Market.Payments.Persons;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OrchardCore.Admin;

namespace Market.Payments.Controllers;

/// <summary>All that the market keeps about a member as a file, and who sees what of it. A coordinator makes it for a member who asks.</summary>
public sealed class MyDataController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IEnumerable<IPersonalData> kept,
    RoleSight sight,
    PersonalFile file) : Controller
{
    [Authorize]
    [Route("my-account/data", Name = "MyData")]
    public async Task<IActionResult> Index()
    {
        if (await accounts.FindOwnAsync(User) is null)
        {
            return NotFound();
        }

        var all = new List<(string, IReadOnlyList<string>)>();
        foreach (var data in kept)
        {
            all.Add((data.Label, await sight.FindAsync(data.SeenWith)));
        }

        return View(new MyDataViewModel(all));
    }

    [Authorize]
    [EnableRateLimiting(MarketLimits.Links)]
    [Route("my-account/data/file", Name = "MyDataFile")]
    public async Task<IActionResult> Mine() => await accounts.FindOwnAsync(User) is { } account

        // Of a household each gets what is kept about the account and about their own login, not about the holder's.
        ? await DownloadAsync(account with { UserId = User.FindFirstValue(ClaimTypes.NameIdentifier) })
        : NotFound();

    [Admin("payments/accounts/{id}/data", "PaymentsClientData")]
    public async Task<IActionResult> OfClient(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients))
        {
            return Forbid();
        }

        return await accounts.FindAsync(id) is { } account ? await DownloadAsync(account) : NotFound();
    }

    private async Task<IActionResult> DownloadAsync(ClientAccount account)
    {
        Response.Headers.CacheControl = "no-store";
        return File(await file.WriteAsync(account), MediaTypeNames.Application.Json, PersonalFile.NameOf(account));
    }
}
