using Market.Payments.Counter.Receipts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Market.Payments.Counter.Controllers;

/// <summary>What a receipt's link opens, for whoever holds it. The address is a secret: it is neither kept nor passed on.</summary>
public sealed class ReceiptController(ReceiptLinks links, ReceiptPages pages) : Controller
{
    [EnableRateLimiting(MarketLimits.Links)]
    [Route("receipt/{token}", Name = "Receipt")]
    public async Task<IActionResult> Index(string token)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await links.ReadAsync(token) is { } document)
        {
            return View(await pages.ShowAsync(document));
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }
}
