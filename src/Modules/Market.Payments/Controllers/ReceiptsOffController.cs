using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Market.Payments.Controllers;

/// <summary>Where the link of a receipt leads while no module shows receipts: they are kept, and the link works again once one is on.</summary>
public sealed class ReceiptsOffController : Controller
{
    [EnableRateLimiting(MarketLimits.Links)]
    [Route("receipt/{token}", Name = "ReceiptsOff", Order = 1)]
    public IActionResult Index()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View();
    }
}
