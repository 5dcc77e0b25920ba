using System.Security.Cryptography;
using System.Text.Json;
using Market.Orders.Models;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Market.Orders.Shop;

/// <summary>
/// Keeps a visitor's basket in their browser, one a distribution, until it is ordered or the order window ends. A cookie, because it is there
/// before anybody signs in and after, without a script, and leaves nothing on the server of those who never order; encrypted and signed, so
/// that whoever finds it learns nothing and no more comes back than was kept. What it asks for is judged anew like anything typed.
/// </summary>
public sealed class BasketCookie(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string Prefix = "market_basket_";

    private readonly ChunkingCookieManager _cookies = new() { ThrowForPartialCookies = false };

    private readonly IDataProtector _protector = protection.CreateProtector("Market.Orders.Basket");

    /// <summary>The basket that the browser brings along, if this user may see it.</summary>
    public KeptBasket? Read(string distributionId, string? userId)
    {
        if (_cookies.GetRequestCookie(http.HttpContext!, Prefix + distributionId) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KeptBasket>(_protector.Unprotect(text)) is { Quantities: not null } basket && basket.IsOf(userId) ? basket : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            // Altered, or of keys that are gone: it is as if there were none.
            return null;
        }
    }

    /// <summary>Keeps a basket; an empty one for a new order is none.</summary>
    public void Keep(Distribution distribution, KeptBasket basket)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(basket);
        if (basket is { OrderId: null, Quantities.Count: 0 })
        {
            Forget(distribution.Id);
            return;
        }

        var options = Options();
        options.Expires = new DateTimeOffset(distribution.ClosesUtc, TimeSpan.Zero);
        _cookies.AppendResponseCookie(http.HttpContext!, Prefix + distribution.Id, _protector.Protect(JsonSerializer.Serialize(basket)), options);
    }

    /// <summary>Empties the basket of a distribution.</summary>
    public void Forget(string distributionId) => _cookies.DeleteCookie(http.HttpContext!, Prefix + distributionId, Options());

    private CookieOptions Options() => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.HttpContext!.Request.IsHttps,
        Path = http.HttpContext.Request.PathBase.Add("/order"),
    };
}
