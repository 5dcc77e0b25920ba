using Market.Desk.Home;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Desk.Controllers;

/// <summary>The admin's home: the desk of whoever looks, with what they may see.</summary>
[Admin]
public sealed class HomeController(IAuthorizationService authorization, DeskReader desk) : Controller
{
    public async Task<IActionResult> Index() =>
        await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel) ? View(await desk.ReadAsync(User)) : Forbid();
}
