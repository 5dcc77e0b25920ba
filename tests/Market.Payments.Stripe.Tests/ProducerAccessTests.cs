using System.Net;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Stripe.Tests;

/// <summary>Who may open the producers' pages, and who may send their forms: every address is authorised on the server.</summary>
[Collection(ProducerSites.OnSqlite)]
public sealed class ProducerAccessTests(StripeSite fixture) : ProducerScenario(fixture)
{
    // The answers are those of: nobody signed in, a member, the coordinator, the administrator.
    private static readonly (string Path, string[] Answers)[] Pages =
    [
        ("", [Login, Forbidden, Shown, Shown]),
        ("/distributions/{distribution}", [Login, Forbidden, Shown, Shown]),
        ("/distributions/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/statements/{statement}", [Login, Forbidden, Shown, Shown]),
        ("/statements/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/{producer}/link", [Login, Forbidden, Forbidden, Shown]),
        ("/{nobody}/link", [Login, Forbidden, Forbidden, Missing]),
    ];

    // Each is sent with a good token and otherwise empty: a link that is empty ends it.
    private static readonly (string Path, string[] Answers)[] Forms =
    [
        ("/distributions/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/statements/{statement}/send", [Login, Forbidden, Sent, Sent]),
        ("/statements/{nobody}/send", [Login, Forbidden, Missing, Missing]),
        ("/statements/{nobody}/transfer", [Login, Forbidden, Missing, Missing]),
        ("/statements/{nobody}/take-back", [Login, Forbidden, Missing, Missing]),
        ("/{producer}/link", [Login, Forbidden, Forbidden, Sent]),
        ("/{nobody}/link", [Login, Forbidden, Forbidden, Missing]),
        ("/statements/{statement}/transfer", [Login, Forbidden, Sent, Sent]),
        ("/statements/{statement}/take-back", [Login, Forbidden, Sent, Sent]),
        ("/distributions/{distribution}", [Login, Forbidden, Sent, Sent]),
    ];

    [Fact]
    public async Task Every_page_and_form_is_for_whom_it_is_and_moves_nothing_for_others()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread: 1, cheese: 0));
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);

        // There is something to take back.
        await RefundAsync(payment, "5");
        await SettleAsync(stall.DistributionId);
        var statement = (await StatementAsync(stall.Bread)).Address.Segments[^1];
        string Fill(string path) => "/Admin/payments/producers" + path
            .Replace("{distribution}", stall.DistributionId, StringComparison.Ordinal)
            .Replace("{statement}", statement, StringComparison.Ordinal)
            .Replace("{producer}", stall.Bread.ProducerId, StringComparison.Ordinal)
            .Replace("{nobody}", UnknownId, StringComparison.Ordinal);
        using var nobody = Site.NewClient();
        using var editor = await SignInEditorAsync();

        // Who works in the admin and may not see balances is answered as a member is.
        (SiteClient Browser, int Role)[] people = [(nobody, 0), (member.Browser, 1), (editor, 1), (await Fixture.CoordinatorAsync(), 2), (await Fixture.AdminAsync(), 3)];

        foreach (var (browser, role) in people)
        {
            foreach (var (path, answers) in Pages)
            {
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await browser.AskAsync(Fill(path)))));
            }

            foreach (var (path, answers) in Forms)
            {
                var isShut = answers[role] is Login or Forbidden;
                var bare = await browser.PostAsync(Fill(path));
                Assert.True(bare.Status is HttpStatusCode.BadRequest || (isShut && Kind(bare) == answers[role]), $"{path} without a token: {Kind(bare)}");
                if (isShut)
                {
                    Assert.Equal((path, role, answers[role]), (path, role, Kind(await SendAsync(browser, path, TokenPages[role]))));
                }
            }
        }

        Assert.Equal([900L], stripe.TransfersTo(stall.BreadAccount));
        Assert.Equal(stall.BreadAccount, (await (await Fixture.AdminAsync()).GetAsync(Fill("/{producer}/link"))).One("[name=StripeAccountId]").GetAttribute("value"));

        foreach (var (browser, role) in people.Where(person => person.Role >= 2))
        {
            foreach (var (path, answers) in Forms)
            {
                Assert.Equal((path, role, answers[role]), (path, role, Kind(await SendAsync(browser, path, TokenPages[role]))));
            }
        }

        Assert.Equal([450L], stripe.TransfersTo(stall.BreadAccount));

        async Task<SitePage> SendAsync(SiteClient browser, string path, string tokenPage) =>
            await browser.SendAsync(await browser.BareFormAsync(Fill(path), tokenPage));
    }
}
