using System.IO.Compression;
using System.Security.Claims;
using Market.Payments.Counter.Board;
using Market.Payments.Counter.Entries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrchardCore.Admin;

namespace Market.Payments.Counter.Controllers;

/// <summary>What a phone at the counter asks for and sends, in JSON.</summary>
[CounterApi]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EntriesController(
    IAuthorizationService authorization,
    CounterShops shops,
    EntryReader reader,
    EntryTaker taker,
    BoardWriter board,
    IAntiforgery antiforgery,
    IStringLocalizer<EntriesController> S) : Controller
{
    private const long MostBytes = 2_000_000;

    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;

    /// <summary>A token for what is sent, and who is signed in: asked for again after somebody has signed in.</summary>
    [HttpGet]
    [Admin("counter/token", "CounterToken")]
    public async Task<IActionResult> Token()
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbidden();
        }

        return Json(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, user = UserId, userName = User.Identity?.Name });
    }

    /// <summary>The state of a counter: all of it, or what has changed since the phone's cursor.</summary>
    [HttpGet]
    [Admin("counter/{distribution:length(26)}/state", "CounterState")]
    public async Task<IActionResult> State(string distribution, string? since)
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbidden();
        }

        if (await shops.FindAsync(distribution) is not { } found)
        {
            return Missing();
        }

        var state = await board.WriteAsync(found.Shop, found.Distribution, since);
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (!Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return File(state.ToArray(), "application/json; charset=utf-8");
        }

        // Names and products repeat: zipped, a distribution is a small part of its size, and the stall's network is slow.
        Response.Headers.ContentEncoding = "gzip";
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(state);
        }

        return File(zipped.ToArray(), "application/json; charset=utf-8");
    }

    /// <summary>Takes entries, and answers each. What has no answer is to be sent again.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [RequestSizeLimit(MostBytes)]
    [Admin("counter/{distribution:length(26)}/entries", "CounterEntries")]
    public async Task<IActionResult> Entries(string distribution)
    {
        if (!await authorization.AuthorizeAsync(User, CounterPermissions.UseCounter))
        {
            return Forbidden();
        }

        if (await shops.FindAsync(distribution) is not { } found)
        {
            return Missing();
        }

        var (entries, fault) = await reader.ReadAsync(Request.Body, HttpContext.RequestAborted);
        if (fault is not null)
        {
            return CounterApiAttribute.Answer(StatusCodes.Status422UnprocessableEntity, fault);
        }

        var user = new CounterUser(UserId, await authorization.MayAsync(User, PaymentsRights.CorrectOperations));
        var answers = new List<EntryAnswer>();
        foreach (var entry in entries)
        {
            if (HttpContext.RequestAborted.IsCancellationRequested)
            {
                break;
            }

            if (await taker.TakeAsync(entry, found.Distribution.Id, user) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return Json(new { answers });
    }

    private JsonResult Forbidden() => CounterApiAttribute.Answer(StatusCodes.Status403Forbidden, S["You may not take payments at the counter."]);

    private JsonResult Missing() => CounterApiAttribute.Answer(StatusCodes.Status404NotFound, S["There is no such distribution."]);
}
