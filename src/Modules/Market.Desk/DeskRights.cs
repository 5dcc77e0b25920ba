using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security.Permissions;

namespace Market.Desk;

/// <summary>Whether somebody has a right that another module defines, by its name. Of a module that is off nobody has one.</summary>
public sealed class DeskRights(IAuthorizationService authorization, IPermissionService permissions)
{
    public async Task<bool> MayAsync(ClaimsPrincipal user, string right) =>
        await permissions.FindByNameAsync(right) is { } permission && await authorization.AuthorizeAsync(user, permission);
}
