using System.Globalization;
using System.Net;
using MarketSite.TestHost;

namespace Market.Payments.FireTests.Servers;

/// <summary>Two members give credit to one another, each on another server, at the same moment, again and again.</summary>
[Collection(TwoServersCollection.Name)]
public sealed class OpposingTests(TwoServers servers)
{
    private const int Gifts = 20;
    private const int TakenBack = 6;
    private const string Page = "/my-account/gift";

    [Fact]
    public async Task Opposing_gifts_from_both_servers_meet_in_no_deadlock()
    {
        var (ann, bob) = (await servers.RegisterAsync("opposing-ann"), await servers.RegisterAsync("opposing-bob"));
        await servers.SetAsync("/Admin/payments/settings", "form:has([name$='GiftLimit'])", form => form.With(form.Fields.Single(field => field.Key.EndsWith("GiftLimit", StringComparison.Ordinal)).Key, "50"));
        using var here = await servers.One.SignInAsync("coordinator");
        using var there = await servers.Other.SignInAsync("coordinator");
        await PayAsync(here, ann, "40.01");
        await PayAsync(there, bob, "60.02");
        var (fromAnn, fromBob) = (await FormAsync(ann.Here, await NumberAsync(bob), bob.Login), await FormAsync(bob.There, await NumberAsync(ann), ann.Login));

        // Some are more than there is left at that moment: those are refused.
        var answers = await Task.WhenAll(Enumerable.Range(0, Gifts).SelectMany(_ => new[] { GiveAsync(ann.Here, fromAnn), GiveAsync(bob.There, fromBob) }));

        Assert.All(answers, answer => Assert.True(
            answer.Redirect is not null || (answer.Status is HttpStatusCode.OK && answer.Summary == "This is more than the credit you have."),
            $"{answer.Status}: {answer.Summary}"));
        var given = answers.Count(answer => answer.Redirect is not null);
        Assert.InRange(given, 2, 2 * Gifts);
        var (annsPage, bobsPage) = (await there.GetAsync(ann.Account), await here.GetAsync(bob.Account));
        Assert.Equal(10_003, BalanceOn(annsPage) + BalanceOn(bobsPage));

        // Each is taken back from both of its ends at once, by a coordinator on each server: one of them does it.
        var taken = new List<SitePage>();
        foreach (var (mine, theirs) in Latest(annsPage).Zip(Latest(bobsPage)))
        {
            var forms = await Task.WhenAll(ReversalAsync(here, mine), ReversalAsync(there, theirs));
            taken.AddRange(await Task.WhenAll(here.SendAsync(forms[0]), there.SendAsync(forms[1])));
        }

        Assert.All(taken, answer => Assert.True(
            answer.Redirect is not null || (answer.Status is HttpStatusCode.OK && answer.Summary.Length > 0), $"{answer.Status}: {answer.Summary}"));
        Assert.Equal(10_003, BalanceOn(await here.GetAsync(ann.Account)) + BalanceOn(await there.GetAsync(bob.Account)));
        Assert.Equal(0, servers.Database.Deadlocks);
        await servers.VerifyAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{given} of {2 * Gifts} gifts given, {taken.Count(answer => answer.Redirect is not null)} of {taken.Count} reversals posted.");
    }

    private static async Task PayAsync(SiteClient coordinator, ServersMember member, string amount)
    {
        var page = await coordinator.GetAsync(member.Account + "/payment");
        await coordinator.SubmitAsync(page.FormTo(page.Address.AbsolutePath).With("Amount", amount).With("Method", "cash"));
    }

    private static async Task<SiteForm> FormAsync(SiteClient giver, string number, string name) =>
        (await giver.GetAsync(Page)).FormTo(Page).With("Number", number).With("Name", name).With("Amount", "29.90");

    private static Task<SitePage> GiveAsync(SiteClient giver, SiteForm form) => giver.SendAsync(form.With("Key", Guid.NewGuid().ToString("n")));

    private static async Task<string> NumberAsync(ServersMember member) => (await member.Here.GetAsync("/my-account")).TextOf("#statement p.quiet").Split('·')[^1].Trim();

    private static async Task<SiteForm> ReversalAsync(SiteClient coordinator, string address)
    {
        var page = await coordinator.GetAsync(address);
        return page.FormTo(page.Address.AbsolutePath).With("Reason", "Not meant");
    }

    private static IEnumerable<string> Latest(SitePage account) =>
        account.Document.QuerySelectorAll("#statement a[href*='/reverse/']").Select(link => link.GetAttribute("href")!).Take(TakenBack);

    private static long BalanceOn(SitePage account) => long.Parse(account.One("#balance").GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture);
}
