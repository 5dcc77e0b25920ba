using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Counter.Tests.Drawers;

/// <summary>Who may see cash drawers and record there: every address is authorised on the server.</summary>
[Collection(SqliteSite.Name)]
public sealed class DrawerAccessTests(SqliteSite site) : DrawerScenario(site)
{
    // The answers are those of: nobody signed in, a member, who stands at the counter, the coordinator, the administrator.
    private static readonly (string Path, string[] Answers)[] Pages =
    [
        ("", [Login, Forbidden, Forbidden, Shown, Shown]),
        ("/open", [Login, Forbidden, Forbidden, Shown, Shown]),
        ("/{drawer}", [Login, Forbidden, Forbidden, Shown, Shown]),
        ("/{nobody}", [Login, Forbidden, Forbidden, Missing, Missing]),
        ("/{drawer}/{step}", [Login, Forbidden, Forbidden, Shown, Shown]),
        ("/{drawer}/{nobody}", [Login, Forbidden, Forbidden, Missing, Missing]),
        ("/{nobody}/{step}", [Login, Forbidden, Forbidden, Missing, Missing]),
    ];

    // Each is sent with a good token and otherwise empty: a form that is not complete is shown again.
    private static readonly (string Path, string[] Answers)[] Forms =
    [
        ("/open", [Login, Forbidden, Forbidden, Shown, Shown]),
        ("/{drawer}/{step}", [Login, Forbidden, Forbidden, Shown, Shown]),
        ("/{drawer}/{nobody}", [Login, Forbidden, Forbidden, Missing, Missing]),
        ("/{nobody}/{step}", [Login, Forbidden, Forbidden, Missing, Missing]),
    ];

    private static readonly string[] Steps = ["count", "take-over", "to-bank", "from-bank", "close"];

    [Fact]
    public async Task Every_page_and_form_is_for_whom_it_is()
    {
        var drawer = await OpenAsync();
        using var nobody = Site.NewClient();
        using var member = await RegisterAsync();
        using var volunteer = await SignInEditorAsync(CounterRights.UseCounter);
        (SiteClient Browser, string TokenPage)[] people =
        [
            (nobody, TokenPages[0]),
            (member.Browser, TokenPages[1]),
            (volunteer, TokenPages[1]),
            (await Fixture.CoordinatorAsync(), TokenPages[2]),
            (await Fixture.AdminAsync(), TokenPages[3]),
        ];
        string Fill(string path) => Drawers + path
            .Replace("{drawer}", drawer.Split('/')[^1], StringComparison.Ordinal)
            .Replace("{nobody}", UnknownId, StringComparison.Ordinal);

        for (var role = 0; role < people.Length; role++)
        {
            var (browser, tokenPage) = people[role];
            foreach (var (path, answers) in Pages.SelectMany(EachStep))
            {
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await browser.AskAsync(Fill(path)))));
            }

            foreach (var (path, answers) in Forms.SelectMany(EachStep))
            {
                var bare = await browser.PostAsync(Fill(path), ("Key", Guid.NewGuid().ToString("n")), ("Counted", "50"));
                Assert.True(bare.Status is HttpStatusCode.BadRequest || (answers[role] is Login or Forbidden && Kind(bare) == answers[role]), $"{path} without a token: {Kind(bare)}");
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await browser.SendAsync(await browser.BareFormAsync(Fill(path), tokenPage)))));
            }
        }

        Assert.Single((await PageAsync(drawer)).Document.QuerySelectorAll("#movements tbody tr"));
    }

    private static IEnumerable<(string Path, string[] Answers)> EachStep((string Path, string[] Answers) address) =>
        (address.Path.Contains("{step}", StringComparison.Ordinal) ? Steps : [string.Empty]).Select(step => (address.Path.Replace("{step}", step, StringComparison.Ordinal), address.Answers));
}
