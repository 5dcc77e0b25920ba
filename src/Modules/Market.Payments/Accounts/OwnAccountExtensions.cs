using System.Security.Claims;

namespace Market.Payments.Accounts;

internal static class OwnAccountExtensions
{
    /// <summary>The client account of who is signed in; none where they have none.</summary>
    public static async Task<ClientAccount?> FindOwnAsync(this IClientAccounts accounts, ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId ? await accounts.FindByUserAsync(userId) : null;
}
