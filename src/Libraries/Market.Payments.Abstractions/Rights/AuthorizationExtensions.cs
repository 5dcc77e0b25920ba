using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Market.Payments;

/// <summary>Asks for a right that another module defines.</summary>
public static class AuthorizationExtensions
{
    /// <summary>Whether a user has a right, by its name.</summary>
    /// <param name="authorization">The site's authorization.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="right">The name of the right, like <see cref="PaymentsRights.ViewBalances"/>.</param>
    /// <exception cref="InvalidOperationException">No module that is on defines the right: nobody has it.</exception>
    public static async Task<bool> MayAsync(this IAuthorizationService authorization, ClaimsPrincipal user, string right) =>
        (await authorization.AuthorizeAsync(user, right)).Succeeded;
}
