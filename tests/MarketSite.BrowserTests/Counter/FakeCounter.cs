using System.Text.Json.Nodes;
using MarketSite.TestHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace MarketSite.BrowserTests.Counter;

/// <summary>
/// A market of one distribution whose books are a list, over real HTTP, and which fails as it is told to: for the scripts of the counter's
/// page, whatever becomes of what they send.
/// </summary>
public sealed class FakeCounter : IAsyncDisposable
{
    public const string Distribution = "4fakefakefakefakefakefake0";

    private const string Page =
        """<!DOCTYPE html><html lang="en"><head><title>Counter</title><link rel="icon" href="data:,"><script type="application/json" id="words">{}</script></head><body></body></html>""";

    private readonly Lock _lock = new();
    private readonly List<JsonObject> _books = [];
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _tokens = 1;

    private FakeCounter(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>What becomes of what is asked.</summary>
    public FakeFault Fault { get; set; }

    /// <summary>Who is signed in.</summary>
    public string User { get; set; } = "vera";

    /// <summary>Whether the distribution is closed.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What was taken, in its order: each entry as it was sent, with <c>amount</c> as the account's change.</summary>
    public IReadOnlyList<JsonObject> Books
    {
        get
        {
            lock (_lock)
            {
                return [.. _books.Select(entry => entry.DeepClone().AsObject())];
            }
        }
    }

    public static async Task<FakeCounter> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeCounter(builder.Build());
        fake.Map();
        await fake._app.StartAsync();
        fake.Address = new Uri(fake._app.Urls.Single());
        return fake;
    }

    /// <summary>Signs out and in again, so that the tokens of before are worth nothing.</summary>
    public void ChangeToken()
    {
        lock (_lock)
        {
            _tokens++;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Repository.FolderOf("src/Modules/Market.Payments.Counter/wwwroot")),
            RequestPath = "/Market.Payments.Counter",
        });
        _app.MapGet("/Admin/counter/blank", () => Results.Content(Page, "text/html"));
        _app.MapGet("/Admin/counter/token", context => AnswerAsync(context, () => new JsonObject { ["token"] = Token, ["user"] = User }));
        _app.MapGet($"/Admin/counter/{Distribution}/state", context => AnswerAsync(context, () => State(context.Request.Query["since"])));
        _app.MapPost($"/Admin/counter/{Distribution}/entries", TakeAsync);
    }

    private string Token => $"token-{_tokens}";

    private async Task TakeAsync(HttpContext context)
    {
        var sent = await JsonNode.ParseAsync(context.Request.Body);
        if (context.Request.Headers["RequestVerificationToken"] != Token && Fault is not (FakeFault.Down or FakeFault.SignedOut))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await AnswerAsync(context, () => new JsonObject { ["answers"] = new JsonArray([.. sent!["entries"]!.AsArray().Select(entry => Take(entry!.AsObject()))]) });
    }

    private async Task AnswerAsync(HttpContext context, Func<JsonObject> act)
    {
        switch (Fault)
        {
            case FakeFault.Down:
                context.Abort();
                return;
            case FakeFault.SignedOut:
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            case FakeFault.Broken:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
        }

        JsonObject answer;
        lock (_lock)
        {
            answer = act();
        }

        if (Fault is FakeFault.AnswerLost)
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(answer);
    }

    private JsonObject Take(JsonObject entry)
    {
        var id = entry["id"]!.GetValue<string>();
        if (_at.ContainsKey(id))
        {
            return new JsonObject { ["id"] = id, ["result"] = "again" };
        }

        // As on the market: what was refused once stays refused.
        if (Fault is FakeFault.Refusing || _refused.Contains(id))
        {
            _refused.Add(id);
            return new JsonObject { ["id"] = id, ["result"] = "refused", ["sentence"] = "Not this way." };
        }

        var taken = entry.DeepClone().AsObject();
        if (entry["kind"]!.GetValue<string>() == "undo")
        {
            var undone = _books.Find(other => other["id"]!.GetValue<string>() == entry["data"]!["entry"]!.GetValue<string>());
            if (undone is null || undone["undone"] is not null)
            {
                return new JsonObject { ["id"] = id, ["result"] = "refused", ["sentence"] = "There is nothing to undo." };
            }

            undone["undone"] = true;
            taken["amount"] = -undone["amount"]!.GetValue<long>();
        }
        else
        {
            taken["amount"] = entry["data"]!["amount"]!.GetValue<long>();
        }

        taken["by"] = User;
        _books.Add(taken);
        _at[id] = _books.Count;
        return new JsonObject { ["id"] = id, ["result"] = "taken", ["late"] = false };
    }

    // Ten members who owe a hundred each at first.
    private JsonObject State(string? since)
    {
        var known = int.TryParse(since, CultureInfo.InvariantCulture, out var read) ? read : -1;
        var news = _books.Skip(Math.Max(0, known)).ToList();
        var touched = news.Select(entry => entry["account"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var undone = news.Where(entry => entry["kind"]!.GetValue<string>() == "undo").Select(entry => entry["data"]!["entry"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return new JsonObject
        {
            ["cursor"] = _books.Count.ToString(CultureInfo.InvariantCulture),
            ["distribution"] = new JsonObject { ["id"] = Distribution, ["place"] = "Town hall", ["date"] = "2026-11-26", ["closed"] = IsClosed },
            ["currency"] = new JsonObject { ["code"] = "EUR", ["decimals"] = 2, ["symbol"] = "€" },
            ["methods"] = new JsonArray(),
            ["members"] = new JsonArray([.. Enumerable.Range(0, 10).Select(index => $"account-{index}").Where(account => known < 0 || touched.Contains(account)).Select(Member)]),
            ["entries"] = new JsonArray([.. _books.Where(entry => known < 0 || news.Contains(entry) || undone.Contains(entry["id"]!.GetValue<string>())).Select(entry => entry.DeepClone())]),
        };
    }

    private JsonObject Member(string account)
    {
        var balance = -10_000 + _books.Where(entry => entry["account"]!.GetValue<string>() == account).Sum(entry => entry["amount"]!.GetValue<long>());
        return new JsonObject
        {
            ["account"] = account,
            ["name"] = account,
            ["number"] = account[^1..],
            ["balance"] = balance,
            ["older"] = 0,
            ["due"] = Math.Max(0, -balance),
            ["credit"] = Math.Max(0, balance),
            ["order"] = null,
        };
    }
}

/// <summary>How the fake market fails.</summary>
public enum FakeFault
{
    /// <summary>It answers.</summary>
    None,

    /// <summary>Nothing comes through.</summary>
    Down,

    /// <summary>It acts, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>The session has expired.</summary>
    SignedOut,

    /// <summary>It fails before it acts.</summary>
    Broken,

    /// <summary>It refuses what it is sent.</summary>
    Refusing,
}
