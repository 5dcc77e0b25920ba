using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Market.Payments.Controllers;

/// <summary>What a payment link opens, for whoever holds it. The address is a secret: it is neither kept nor passed on.</summary>
public sealed class PayController(IPaymentLinks links, IClientAccounts accounts, IStatements statements, IWaysToPay ways) : Controller
{
    [EnableRateLimiting(MarketLimits.Links)]
    [Route("pay/{token}", Name = "Pay")]
    public async Task<IActionResult> Index(string token)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await links.ReadAsync(token) is not { IsUsedUp: false } link || await accounts.FindAsync(link.AccountId) is not { } account)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("Expired");
        }

        var balances = (await statements.ReadAsync(account.Id, 0, 1)).Balances;
        return View(new PayViewModel(balances, await ways.BuildAsync(account, balances.Due, new Uri(Request.GetDisplayUrl()))));
    }
}
