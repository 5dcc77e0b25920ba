using System.Text.Json;
using Market.Payments.Counter.Page;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Payments.Counter.Controllers;

/// <summary>What a phone keeps of the counter, so that it opens without network: the page, and the worker that serves it.</summary>
public sealed class PageController(IAuthorizationService authorization, CounterFiles files) : Controller
{
    /// <summary>The page of any distribution's counter: it reads from its address which one it is.</summary>
    [Admin("counter/page", "CounterPage")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbid();
        }

        return View("CounterPage");
    }

    /// <summary>The service worker. It lies beside the counters' own addresses, so that it serves those and no others.</summary>
    [Admin("counter/worker.js", "CounterWorker")]
    public async Task<IActionResult> Worker()
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbid();
        }

        var page = files.For(Request.PathBase);
        var settings = JsonSerializer.Serialize(new { version = page.Version, page = $"{page.List}/page", files = page.Files, scanner = page.Scanner });
        Response.Headers.CacheControl = "no-cache";
        return Content($"const counter = {settings};\nimportScripts({JsonSerializer.Serialize(page.Worker)});\n", "text/javascript");
    }
}
