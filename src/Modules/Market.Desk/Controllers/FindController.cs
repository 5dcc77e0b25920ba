using Market.Desk.Find;
using Market.Desk.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Desk.Controllers;

/// <summary>Find anything: as a page, and as the answer to the script that searches while one types.</summary>
public sealed class FindController(IAuthorizationService authorization, FindDesk desk) : Controller
{
    [HttpGet]
    [Admin("find", "MarketFind")]
    public async Task<IActionResult> Index(string? q) =>
        await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel) ? View(await FindAsync(q)) : Forbid();

    [HttpGet]
    [Admin("find/hits", "MarketFindHits")]
    public async Task<IActionResult> Hits(string? q) =>
        await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel) ? NotStored(Json((await FindAsync(q)).Hits)) : Forbid();

    private Task<FindViewModel> FindAsync(string? typed) => desk.FindAsync(typed, ControllerContext, Url);

    private JsonResult NotStored(JsonResult result)
    {
        Response.Headers.CacheControl = "no-store";
        return result;
    }
}
