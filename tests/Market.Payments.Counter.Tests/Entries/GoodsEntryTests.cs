using System.Text.Json.Nodes;
using Market.Payments.Counter.Tests.Closing;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;
using static Market.Payments.Counter.Tests.Entries.Phone;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>What goes over the counter: weighed, corrected, added, out on deposit and back, each with what it costs, and undone.</summary>
public abstract class GoodsEntryTests(SiteFixture fixture) : ClosingScenario(fixture)
{
    [Fact]
    public async Task Packaging_goes_out_and_comes_back_and_more_than_went_out_only_if_it_is_meant()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var admin = await Fixture.AdminAsync();
        var name = NewName("jar");
        await admin.PublishNewAsync("Returnable", form => form.With("TitlePart.Title", name).With("ReturnablePart.Deposit", "1.50"));
        var jar = await admin.FindContentAsync("Returnable", name);
        JsonObject Move(int count, bool? anyway = null) => Entry("returnable", account, new { returnable = jar, count, anyway });

        Assert.Equal(["taken", "taken"], await phone.SendAsync(distribution, Move(2), Move(-1)));
        Assert.Equal((-150, 1), (await BalanceAsync(account), await HeldAsync(phone, distribution, account, jar)));
        Assert.Contains("More of", Assert.Single(await phone.SendAsync(distribution, Move(-2))), StringComparison.Ordinal);

        var more = Move(-2, anyway: true);
        Assert.Equal(["taken"], await phone.SendAsync(distribution, more));
        Assert.Equal((150, -1), (await BalanceAsync(account), await HeldAsync(phone, distribution, account, jar)));
        Assert.Equal(["taken"], await phone.SendAsync(distribution, Undo(more)));
        Assert.Equal((-150, 1), (await BalanceAsync(account), await HeldAsync(phone, distribution, account, jar)));
        Assert.Equal(3, (await phone.SendAsync(distribution, Move(0), Move(int.MaxValue), Entry("returnable", account, new { returnable = UnknownId, count = 1 }))).Count(answer => answer is not "taken"));
        Assert.Equal([-300, 150, 300, -300], (await StatementAsync(account)).Select(line => line.MinorUnits));
    }

    [Fact]
    public async Task What_the_scale_shows_is_what_is_owed()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var cheese = (await phone.StateAsync(distribution))["products"]!.AsArray().First(product => (bool)product!["byWeight"]!)!;
        var (id, price) = ((string)cheese["id"]!, (long)cheese["price"]!);
        long Cost(long grams) => ((price * grams) + 500) / 1000;

        Assert.Equal(["taken"], await phone.SendAsync(distribution, Entry("order", account, new { lines = new[] { new { product = id, grams = 200 } } })));
        Assert.Equal(-Cost(200), await BalanceAsync(account));
        var order = (string)Member(await phone.StateAsync(distribution), account)["order"]!["id"]!;
        JsonObject Weigh(object weight) => Entry("weigh", account, new { order, product = id, weight });

        var weighed = Weigh("192+167");
        Assert.Equal(["taken"], await phone.SendAsync(distribution, weighed));
        Assert.Equal(-Cost(359), await BalanceAsync(account));
        foreach (var wrong in new object[] { "-5", "192+", "9999999999999999999999", "192+9223372036854775807", "a lot" })
        {
            Assert.DoesNotContain("taken", await phone.SendAsync(distribution, Weigh(wrong)));
        }

        Assert.Equal(["taken"], await phone.SendAsync(distribution, Undo(weighed)));
        Assert.Equal(-Cost(200), await BalanceAsync(account));
    }

    [Fact]
    public async Task A_line_that_did_not_come_is_corrected_and_the_member_reads_why()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var order = await OrderForAsync(account, distribution);
        var product = (string)Member(await phone.StateAsync(distribution), account)["order"]!["lines"]![0]!["product"]!;
        JsonObject Correct(long quantity, string? reason) => Entry("line", account, new { order = order.OrderId, product, quantity, reason });

        Assert.DoesNotContain("taken", await phone.SendAsync(distribution, Correct(0, " "), Correct(-1, "It did not come"), Correct(long.MaxValue, "It did not come")));
        var correction = Correct(0, "It did not come");
        Assert.Equal(["taken"], await phone.SendAsync(distribution, correction));

        Assert.Equal(0, await BalanceAsync(account));
        Assert.Contains("It did not come", (await StatementAsync(account))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(["taken"], await phone.SendAsync(distribution, Undo(correction)));
        Assert.Equal(-order.Total, await BalanceAsync(account));
    }

    private static async Task<int> HeldAsync(Phone phone, string distribution, string account, string returnable) =>
        (int?)Member(await phone.StateAsync(distribution), account)["held"]![returnable] ?? 0;

    private async Task<(string Distribution, string Account, Phone Phone)> OpenCounterAsync() =>
        (await AddPastDistributionAsync(), await OpenAccountAsync(), await OpenAsync(await Fixture.CoordinatorAsync()));
}

[Collection(SqliteSite.Name)]
public sealed class GoodsEntriesOnSqlite(SqliteSite site) : GoodsEntryTests(site);

[Collection(PostgresSite.Name)]
public sealed class GoodsEntriesOnPostgres(PostgresSite site) : GoodsEntryTests(site);
