using System.Net;
using System.Text.Json.Nodes;
using Market.Payments.Counter.Tests.Closing;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>Who reaches the counter: every address is authorised on the server, and a script is never led to a page.</summary>
[Collection(SqliteSite.Name)]
public sealed class EntriesAccessTests(SqliteSite site) : ClosingScenario(site)
{
    // The answers are those of: nobody signed in, a member, who stands at the counter, the coordinator, the administrator.
    private static readonly (string Path, string[] Answers)[] Pages =
    [
        ("", [Login, Forbidden, Shown, Shown, Shown]),
        ("/{distribution}", [Login, Forbidden, Shown, Shown, Shown]),
        ("/{nobody}", [Login, Forbidden, Missing, Missing, Missing]),
        ("/page", [Login, Forbidden, Shown, Shown, Shown]),
        ("/worker.js", [Login, Forbidden, Shown, Shown, Shown]),
        ("/token", [Unknown, Forbidden, Shown, Shown, Shown]),
        ("/{distribution}/state", [Unknown, Forbidden, Shown, Shown, Shown]),
        ("/{nobody}/state", [Unknown, Forbidden, Missing, Missing, Missing]),
    ];

    private static readonly (string Path, string[] Answers)[] Forms =
    [
        ("/{distribution}/entries", [Unknown, Forbidden, Shown, Shown, Shown]),
        ("/{nobody}/entries", [Unknown, Forbidden, Missing, Missing, Missing]),
    ];

    [Fact]
    public async Task Every_address_is_for_whom_it_is()
    {
        var distribution = await AddPastDistributionAsync();
        var account = await OpenAccountAsync();
        using var nobody = Site.NewClient();
        using var member = await RegisterAsync();
        using var volunteer = await SignInEditorAsync(CounterRights.UseCounter);
        using var editor = await SignInEditorAsync();

        // Who works in the admin and may not take payments is answered as a member is.
        (SiteClient Browser, int Role, string TokenPage)[] people =
        [
            (nobody, 0, TokenPages[0]),
            (member.Browser, 1, TokenPages[1]),
            (editor, 1, TokenPages[1]),
            (volunteer, 2, TokenPages[1]),
            (await Fixture.CoordinatorAsync(), 3, TokenPages[2]),
            (await Fixture.AdminAsync(), 4, TokenPages[3]),
        ];
        string Fill(string path) => "/Admin/counter" + path
            .Replace("{distribution}", distribution, StringComparison.Ordinal)
            .Replace("{nobody}", UnknownId, StringComparison.Ordinal);

        foreach (var (browser, role, tokenPage) in people)
        {
            foreach (var (path, answers) in Pages)
            {
                var page = await browser.AskAsync(Fill(path));
                Assert.Equal((path, role, answers[role]), (path, role, Kind(page)));
                HasSentence(page, answers[role], path);
            }

            var token = (await browser.BareFormAsync("/", tokenPage))["__RequestVerificationToken"];
            foreach (var (path, answers) in Forms)
            {
                var body = new JsonObject { ["entries"] = new JsonArray(Phone.Cash(account, 500)) }.ToJsonString();
                var bare = await browser.PostJsonAsync(Fill(path), body);
                Assert.True(bare.Status is HttpStatusCode.BadRequest || Kind(bare) == answers[role], $"{path} without a token: {Kind(bare)}");
                Assert.True(bare.Status is not HttpStatusCode.OK, $"{path} took something without a token");
                if (answers[role] is not Shown)
                {
                    var sent = await browser.PostJsonAsync(Fill(path), body, token);
                    Assert.Equal((path, role, answers[role]), (path, role, Kind(sent)));
                    HasSentence(sent, answers[role], path);
                }
            }
        }

        Assert.Empty(await StatementAsync(account));
        foreach (var (browser, role, tokenPage) in people.Where(person => person.Role >= 2))
        {
            var token = (await browser.BareFormAsync("/", tokenPage))["__RequestVerificationToken"];
            Assert.Equal(Shown, Kind(await browser.PostJsonAsync(Fill("/{distribution}/entries"), new JsonObject { ["entries"] = new JsonArray(Phone.Cash(account, 500)) }.ToJsonString(), token)));
            Assert.Equal(500 * (role - 1), await BalanceAsync(account));
        }
    }

    [Fact]
    public async Task Who_stands_at_the_counter_finds_it_in_the_menu_and_nothing_else_of_the_clients()
    {
        using var volunteer = await SignInEditorAsync(CounterRights.UseCounter);

        var admin = await volunteer.GetAsync("/Admin");

        Assert.Contains("/Admin/counter", admin.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/Admin/payments/", admin.Html, StringComparison.Ordinal);
        Assert.Equal(Forbidden, Kind(await volunteer.AskAsync("/Admin/payments/balances")));
    }

    // What a script asks for is answered in JSON, and refusals have a sentence.
    private static void HasSentence(SitePage answer, string expected, string path)
    {
        if (expected is not (Login or Shown) && (path.EndsWith("/state", StringComparison.Ordinal) || path.EndsWith("/entries", StringComparison.Ordinal) || path == "/token"))
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)JsonNode.Parse(answer.Html)!["sentence"]));
        }
    }
}
