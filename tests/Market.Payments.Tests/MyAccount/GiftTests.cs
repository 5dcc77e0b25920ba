using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MyAccount;

/// <summary>Credit given to another member: two operations, one commit, once for its form, never more than there is.</summary>
public abstract class GiftTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Page = "/my-account/gift";

    [Fact]
    public async Task Nobody_gives_credit_where_the_market_did_not_say_how_much()
    {
        using var member = await RegisterAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await member.Browser.AskAsync(Page)).Status);
    }

    [Fact]
    public Task Credit_is_given_once_whatever_is_sent_twice_and_both_see_it() => WithGiftsAsync("50", async () =>
    {
        using var giver = await RegisterAsync();
        using var receiver = await RegisterAsync();
        await PayAsync(giver.AccountId, "30.61");
        var (mine, theirs) = (await NumberAsync(giver), await NumberAsync(receiver));
        var form = (await FormAsync(giver)).With("Number", theirs.ToLowerInvariant()).With("Name", " " + receiver.Login.ToUpperInvariant()).With("Amount", "12.34").With("Memo", "For the jam");

        var first = await giver.Browser.SubmitAsync(form);
        await giver.Browser.SubmitAsync(form);

        Assert.Contains($"You gave {Euro(1234)} of your credit to {receiver.Login}.", first.Notices, StringComparison.Ordinal);
        Assert.Equal((1827, 1234), (await BalanceAsync(giver.AccountId), await BalanceAsync(receiver.AccountId)));
        Assert.Contains($"Gift of credit to {theirs}", first.TextOf("#statement"), StringComparison.Ordinal);
        var seen = (await receiver.Browser.GetAsync("/my-account")).TextOf("#statement");
        Assert.Contains($"Gift of credit from {mine}", seen, StringComparison.Ordinal);
        Assert.Contains("For the jam", seen, StringComparison.Ordinal);
    });

    [Fact]
    public Task Never_more_is_given_than_there_is_or_the_market_lets_and_a_wrong_name_tells_nothing() => WithGiftsAsync("20", async () =>
    {
        using var giver = await RegisterAsync();
        using var receiver = await RegisterAsync();
        await PayAsync(giver.AccountId, "15.67");
        var form = (await FormAsync(giver)).With("Number", await NumberAsync(receiver)).With("Name", receiver.Login).With("Amount", "5");

        Assert.Contains("This is more than the credit you have.", (await giver.Browser.SubmitAsync(form.With("Amount", "15.68"))).Text, StringComparison.Ordinal);
        Assert.Contains($"At most {Euro(2000)} are given at once.", (await giver.Browser.SubmitAsync(form.With("Amount", "20.01"))).Text, StringComparison.Ordinal);
        Assert.Contains("This is your own account.", (await giver.Browser.SubmitAsync(form.With("Number", await NumberAsync(giver)).With("Name", giver.Login))).Text, StringComparison.Ordinal);
        var wrongName = await giver.Browser.SubmitAsync(form.With("Name", "Somebody"));
        var noSuchNumber = await giver.Browser.SubmitAsync(form.With("Number", "C-9999999"));
        Assert.StartsWith("There is no account with this number and this name", wrongName.ErrorAt("Number"), StringComparison.Ordinal);
        Assert.Equal(wrongName.ErrorAt("Number"), noSuchNumber.ErrorAt("Number"));
        Assert.Equal((1567, 0), (await BalanceAsync(giver.AccountId), await BalanceAsync(receiver.AccountId)));
    });

    [Fact]
    public Task Of_gifts_at_the_same_moment_no_more_is_given_than_there_is() => WithGiftsAsync("50", async () =>
    {
        using var giver = await RegisterAsync();
        using var receiver = await RegisterAsync();
        await PayAsync(giver.AccountId, "25");
        var number = await NumberAsync(receiver);
        var forms = new List<SiteForm>();
        for (var i = 0; i < 4; i++)
        {
            forms.Add((await FormAsync(giver)).With("Number", number).With("Name", receiver.Login).With("Amount", "10"));
        }

        await Task.WhenAll(forms.Select(form => giver.Browser.SubmitAsync(form)));

        Assert.Equal((500, 2000), (await BalanceAsync(giver.AccountId), await BalanceAsync(receiver.AccountId)));
    });

    [Fact]
    public Task A_gift_is_taken_back_as_a_whole_from_the_receivers_side() => WithGiftsAsync("50", async () =>
    {
        using var giver = await RegisterAsync();
        using var receiver = await RegisterAsync();
        await PayAsync(giver.AccountId, "21.07");
        await giver.Browser.SubmitAsync((await FormAsync(giver)).With("Number", await NumberAsync(receiver)).With("Name", receiver.Login).With("Amount", "8.03"));
        var coordinator = await Fixture.CoordinatorAsync();

        var page = await coordinator.GetAsync((await AccountPageAsync(receiver.AccountId)).One("#statement a[href*='/reverse/']").GetAttribute("href")!);
        Assert.Contains("the other, on the account " + await NumberAsync(giver), page.Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(page.FormTo(page.Address.AbsolutePath).With("Reason", "Not meant"));

        Assert.Equal((2107, 0), (await BalanceAsync(giver.AccountId), await BalanceAsync(receiver.AccountId)));
    });

    private static async Task<SiteForm> FormAsync(Member member) => (await member.Browser.GetAsync(Page)).FormTo(Page);

    private static async Task<string> NumberAsync(Member member) => (await member.Browser.GetAsync("/my-account")).TextOf("#statement p.quiet").Split('·')[^1].Trim();

    private Task WithGiftsAsync(string limit, Func<Task> act) => WithSettingsAsync(settings => settings.With(Setting(settings, "GiftLimit"), limit), act);
}

[Collection(SqliteSite.Name)]
public sealed class GiftOnSqlite(SqliteSite site) : GiftTests(site);

[Collection(PostgresSite.Name)]
public sealed class GiftOnPostgres(PostgresSite site) : GiftTests(site);
