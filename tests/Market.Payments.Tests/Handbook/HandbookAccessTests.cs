using Market.Payments.Tests.Fixtures;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Tests.Handbook;

/// <summary>Who reads what of the handbook, in which language, and what the question mark leads to.</summary>
[Collection(SqliteSite.Name)]
public sealed class HandbookAccessTests(SqliteSite site) : Scenario(site)
{
    // The answers are those of: nobody signed in, a member, the coordinator, the administrator.
    private static readonly (string Path, string[] Answers)[] Pages =
    [
        ("/Admin/handbook", [Login, Forbidden, Shown, Shown]),
        ("/Admin/handbook?q=cheque", [Login, Forbidden, Shown, Shown]),
        ("/Admin/handbook/whats-new", [Login, Forbidden, Shown, Shown]),
        ("/Admin/handbook/{staff}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/handbook/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/handbook", [Shown, Shown, Shown, Shown]),
        ("/handbook?q=cheque", [Shown, Shown, Shown, Shown]),
        ("/handbook/{members}", [Shown, Shown, Shown, Shown]),
        ("/handbook/{staff}", [Missing, Missing, Missing, Missing]),
    ];

    [Fact]
    public async Task Every_page_opens_for_whom_it_is()
    {
        for (var role = 0; role < 4; role++)
        {
            using var browser = await BrowserAsync(role);
            foreach (var (path, answers) in Pages)
            {
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await browser.AskAsync(Fill(path)))));
            }
        }
    }

    private static string Fill(string path) => path
        .Replace("{members}", "ordering", StringComparison.Ordinal)
        .Replace("{staff}", "settings", StringComparison.Ordinal)
        .Replace("{nobody}", "no-such-page", StringComparison.Ordinal);

    [Fact]
    public async Task A_page_is_in_the_readers_language_with_its_pictures()
    {
        var english = await (await Fixture.CoordinatorAsync("en")).GetAsync("/Admin/handbook/balances");
        var french = await (await Fixture.CoordinatorAsync("fr")).GetAsync("/Admin/handbook/balances");

        Assert.Contains("Balances and ages", english.Text, StringComparison.Ordinal);
        Assert.Contains("Soldes et anciennetés", french.Text, StringComparison.Ordinal);
        Assert.Equal("/Admin/handbook/payments", french.One("a[rel=next]").GetAttribute("href"));
        var picture = french.One("#handbook-text a > img");
        Assert.Equal("/Market.Handbook/pictures/balances-desktop-fr.webp", picture.GetAttribute("src"));
        Assert.Equal("Capture d'écran : Soldes et anciennetés", picture.GetAttribute("alt"));
        Assert.Equal(("1280", "900", "lazy"), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await Fixture.CoordinatorAsync()).AskAsync(picture.GetAttribute("src")!)).Status);
    }

    [Theory]
    [InlineData("/Admin/payments/balances", "/Admin/handbook/balances")]
    [InlineData("/Admin/orders", "/Admin/handbook/orders")]
    [InlineData("/Admin/payments/clients/open", "/Admin/handbook/clients#qui-sinscrit")]
    [InlineData("/Admin", "/Admin/handbook")]
    public async Task The_question_mark_opens_the_handbook_at_the_pages_place(string page, string help) =>
        Assert.Equal(help, (await (await Fixture.CoordinatorAsync("fr")).GetAsync(page)).One("#handbook-help").GetAttribute("href"));

    [Fact]
    public async Task Searching_needs_no_accents_and_finds_members_only_what_is_theirs()
    {
        var staff = await (await Fixture.CoordinatorAsync("fr")).GetAsync("/Admin/handbook?q=CHEQUES");
        Assert.Equal("cheques", staff.One("#handbook-hits li").GetAttribute("data-page"));

        using var anybody = await BrowserAsync(0);
        var members = await anybody.GetAsync("/handbook?q=cheque");
        Assert.Equal(["my-account"], members.Document.QuerySelectorAll("#handbook-hits li").Select(hit => hit.GetAttribute("data-page")));
    }
}
