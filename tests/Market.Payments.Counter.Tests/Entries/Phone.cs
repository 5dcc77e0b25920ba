using System.Net;
using System.Text.Json.Nodes;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>A phone at the counter, as the server sees it: a token, entries that are sent, a state that is asked for.</summary>
public sealed class Phone
{
    private readonly SiteClient _browser;
    private readonly string _token;

    private Phone(SiteClient browser, JsonNode greeting)
    {
        _browser = browser;
        _token = (string)greeting["token"]!;
        User = (string)greeting["user"]!;
    }

    /// <summary>The id of who is signed in.</summary>
    public string User { get; }

    public static async Task<Phone> OpenAsync(SiteClient browser) => new(browser, JsonNode.Parse((await browser.AskAsync("/Admin/counter/token")).Html)!);

    public static JsonObject Entry(string kind, string account, object data) => new()
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["kind"] = kind,
        ["account"] = account,
        ["at"] = "2026-11-27T18:05:00.000Z",
        ["data"] = System.Text.Json.JsonSerializer.SerializeToNode(data),
    };

    public static JsonObject Cash(string account, long amount, string? order = null) => Entry("payment", account, new { method = "cash", amount, order });

    public static JsonObject Undo(JsonObject entry) => Entry("undo", (string)entry["account"]!, new { entry = (string)entry["id"]! });

    /// <summary>Sends entries and gives the answers, by result: <c>taken</c>, <c>again</c> or what a refusal says.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(string distribution, params JsonObject[] entries) =>
        [.. (await AnswersAsync(distribution, entries)).Select(answer => (string?)answer["sentence"] ?? (string)answer["result"]!)];

    /// <summary>Sends entries and gives the answers as they are.</summary>
    public async Task<IReadOnlyList<JsonNode>> AnswersAsync(string distribution, params JsonObject[] entries)
    {
        var answer = await PostAsync(distribution, new JsonObject { ["entries"] = new JsonArray([.. entries.Select(entry => entry.DeepClone())]) }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. JsonNode.Parse(answer.Html)!["answers"]!.AsArray().Select(one => one!)];
    }

    public Task<SitePage> PostAsync(string distribution, string body) => _browser.PostJsonAsync($"/Admin/counter/{distribution}/entries", body, _token);

    /// <summary>The counter's state: all of it, or what has changed since a cursor.</summary>
    public async Task<JsonNode> StateAsync(string distribution, string? since = null)
    {
        var answer = await _browser.AskAsync($"/Admin/counter/{distribution}/state" + (since is null ? string.Empty : "?since=" + Uri.EscapeDataString(since)));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonNode.Parse(answer.Html)!;
    }

    /// <summary>A member of the state.</summary>
    public static JsonNode Member(JsonNode state, string account) => state["members"]!.AsArray().Single(member => (string)member!["account"]! == account)!;
}
