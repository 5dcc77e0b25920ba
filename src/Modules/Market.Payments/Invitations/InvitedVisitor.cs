using Market.Payments.Models;
using Microsoft.AspNetCore.Http;

namespace Market.Payments.Invitations;

/// <summary>The invitation whose link a visitor opened, in a cookie of theirs while they register.</summary>
public sealed class InvitedVisitor(IHttpContextAccessor http, InvitationLinks links)
{
    private const string Cookie = "market-invitation";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public void Remember(string token) => http.HttpContext?.Response.Cookies.Append(Cookie, token, Options(Kept));

    public void Forget() => http.HttpContext?.Response.Cookies.Delete(Cookie, Options(null));

    /// <summary>The invitation, where it still works.</summary>
    public async Task<Invitation?> FindAsync() =>
        http.HttpContext?.Request.Cookies[Cookie] is { Length: > 0 } token ? await links.ReadAsync(token) : null;

    private CookieOptions Options(TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.HttpContext!.Request.IsHttps,
        MaxAge = age,
        IsEssential = true,
    };
}
