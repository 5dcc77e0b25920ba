using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>Several producers: each one's share is transferred once, statements add up, and what is given back later is taken off.</summary>
public abstract class ProducerTests(StripeFixture fixture) : ProducerScenario(fixture)
{
    [Fact]
    public async Task Each_producers_share_of_what_was_paid_by_card_is_transferred_once()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var named = await RegisterAsync();
        using var all = await RegisterAsync();
        using var cash = await RegisterAsync();
        var order = await OrderAsync(named, stall, bread: 2, cheese: 1);
        await PayAsync(named, order);
        await OrderAsync(all, stall, bread: 1, cheese: 3);
        await PayAsync(all);
        await OrderAsync(cash, stall, bread: 4, cheese: 4);
        await PayAsync(cash.AccountId, "60", "cash");
        await CloseAsync(stall.DistributionId);

        var settled = await SettleAsync(stall.DistributionId);

        // Bread: 30 less 10 %; cheese: 20. Fees are 1.5 % + 0.25 of 25 and of 25, to the cent as Stripe says.
        Assert.Contains("€27.00 are transferred.", settled.Notices, StringComparison.Ordinal);
        Assert.Contains("€20.00 are transferred.", settled.Notices, StringComparison.Ordinal);
        Assert.Equal([2700L], stripe.TransfersTo(stall.BreadAccount));
        Assert.Equal([2000L], stripe.TransfersTo(stall.CheeseAccount));
        await EventuallyAsync(async () => (await SheetAsync(stall.DistributionId)).TextOf("#fees"), "-€1.24");
        var sheet = await SheetAsync(stall.DistributionId);
        Assert.Equal(("€50.00", "-€1.24", "-€47.00", "€1.76"), (sheet.TextOf("#received"), sheet.TextOf("#fees"), sheet.TextOf("#shares"), sheet.TextOf("#kept")));
        var statement = await StatementAsync(stall.Bread);
        Assert.Equal("Transferred", statement.One("#statement").GetAttribute("data-state"));
        Assert.Contains("€30.00", statement.TextOf($"[data-line='{stall.DistributionId}']"), StringComparison.Ordinal);
        Assert.Contains("-€3.00", statement.TextOf($"[data-line='{stall.DistributionId}']"), StringComparison.Ordinal);
        Assert.Contains("by coordinator", statement.Text, StringComparison.Ordinal);
        Assert.Contains("€20.00", statement.TextOf($"[data-order='{order}']"), StringComparison.Ordinal);
        Assert.Equal(2, statement.Document.QuerySelectorAll("[data-order]").Length);

        // Nothing has changed: there is no button any more, and the old form does nothing.
        Assert.Empty(sheet.Document.QuerySelectorAll("main form"));
        var again = await SettleAgainAsync(stall.DistributionId);
        Assert.Contains("Nothing has changed", again.Notices, StringComparison.Ordinal);
        Assert.Equal([2700L], stripe.TransfersTo(stall.BreadAccount));
    }

    [Fact]
    public async Task A_line_that_weighs_less_is_its_own_producers_matter()
    {
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member, stall, bread: 2, cheese: 2);
        var coordinator = await Fixture.CoordinatorAsync();
        var path = $"/Admin/orders/{order}/correct";
        await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With($"Costs[{stall.Bread.ProductId}]", "17").With("Reason", "Lighter"));
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);

        await SettleAsync(stall.DistributionId);

        // 27 are paid: 17 less 10 % for one, 10 for the other.
        var stripe = await StripeAsync();
        Assert.Equal([1530L], stripe.TransfersTo(stall.BreadAccount));
        Assert.Equal([1000L], stripe.TransfersTo(stall.CheeseAccount));
    }

    [Fact]
    public async Task A_producer_whom_a_statement_names_is_not_deleted()
    {
        await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 0);
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);
        var admin = await Fixture.AdminAsync();

        var answer = await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{stall.Bread.ProducerId}/Delete?returnUrl=/Admin/payments/clients", "/Admin/payments/settings"));

        Assert.Contains("their share goes to a Stripe account", answer.Notices, StringComparison.Ordinal);
        Assert.Contains("there are statements for them", answer.Notices, StringComparison.Ordinal);
        Assert.Contains("one order holds what they make", answer.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_settle_at_once_transfer_each_share_once()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 1);
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);
        var coordinator = await Fixture.CoordinatorAsync();
        var path = "/Admin/payments/producers/distributions/" + stall.DistributionId;
        var form = (await coordinator.GetAsync(path)).FormTo(path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => coordinator.SubmitAsync(form)));

        Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.Text));
        Assert.Equal([900L], stripe.TransfersTo(stall.BreadAccount));
        Assert.Equal([500L], stripe.TransfersTo(stall.CheeseAccount));
    }

    [Fact]
    public async Task What_is_given_back_later_is_taken_off_the_next_settlement()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread: 0, cheese: 4));
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);
        await RefundAsync(payment, "10");

        // Settled again by itself, it leaves the difference for the next one.
        var carried = await SettleAsync(stall.DistributionId);
        Assert.Contains("nothing is transferred; -€10.00 are left for the next settlement.", carried.Notices, StringComparison.Ordinal);
        Assert.Equal("€10.00", (await StatementAsync(stall.Cheese)).TextOf("#left"));

        var next = await AddDistributionAsync();
        using var other = await RegisterAsync();
        await OrderAsync(other, stall, bread: 0, cheese: 3, next);
        await PayAsync(other);
        await CloseAsync(next);
        await SettleAsync(next);

        Assert.Equal([500L, 2000L], stripe.TransfersTo(stall.CheeseAccount).Order());
        var statement = await StatementAsync(stall.Cheese);
        Assert.Contains("-€10.00", statement.TextOf("[data-line='opening']"), StringComparison.Ordinal);
        Assert.Contains("€5.00", statement.TextOf("[data-line='transfer']"), StringComparison.Ordinal);
        Assert.Empty(statement.Document.QuerySelectorAll("#left"));
    }

    [Fact]
    public async Task What_is_given_back_after_a_settlement_shows_in_the_next_one_as_a_difference()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread: 1, cheese: 0));
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);
        await RefundAsync(payment, "5");
        var next = await AddDistributionAsync();
        using var other = await RegisterAsync();
        await OrderAsync(other, stall, bread: 2, cheese: 0, next);
        await PayAsync(other);
        await CloseAsync(next);

        await SettleAsync(next);

        // 20 less 10 %, less what the 5 that went back had brought: 4.50.
        Assert.Equal([900L, 1350L], stripe.TransfersTo(stall.BreadAccount).Order());
        var statement = await StatementAsync(stall.Bread);
        Assert.Contains("-€4.50", statement.TextOf($"[data-line='{stall.DistributionId}']"), StringComparison.Ordinal);
        Assert.Contains("€18.00", statement.TextOf($"[data-line='{next}']"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_paid_by_card_after_a_settlement_is_in_the_next_one_of_any_distribution()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var prompt = await RegisterAsync();
        using var late = await RegisterAsync();
        await OrderAsync(prompt, stall, bread: 1, cheese: 0);
        await PayAsync(prompt);
        await OrderAsync(late, stall, bread: 0, cheese: 2);
        await CloseAsync(stall.DistributionId);
        var settled = await SettleAsync(stall.DistributionId);
        Assert.Contains("there is nothing to transfer yet.", settled.Notices, StringComparison.Ordinal);
        await PayAsync(late);
        var next = await AddDistributionAsync();
        await OrderAsync(prompt, stall, bread: 1, cheese: 0, next);
        await PayAsync(prompt);
        await CloseAsync(next);

        await SettleAsync(next);

        Assert.Equal([1000L], stripe.TransfersTo(stall.CheeseAccount));
        Assert.Equal([900L, 900L], stripe.TransfersTo(stall.BreadAccount));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("silent")]
    [InlineData("refused")]
    public async Task What_was_transferred_too_much_is_taken_back_once(string fault)
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread: 0, cheese: 4));
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);
        await RefundAsync(payment, "10");
        await SettleAsync(stall.DistributionId);
        var transfer = (string)stripe.All("transfer").Single(transfer => (string?)transfer["destination"] == stall.CheeseAccount)["id"]!;
        stripe.Fail($"POST /v1/transfers/{transfer}/reversals", fault switch
        {
            "none" => [],
            "silent" => [FakeFault.SilentAfterActing, FakeFault.SilentAfterActing, FakeFault.SilentAfterActing],
            _ => [FakeFault.TooManyRequests],
        });

        var answer = await TakeBackAsync(stall.Cheese);
        stripe.ForgetKeys();
        if (fault != "none")
        {
            Assert.Contains("Not all was taken back.", answer.Notices, StringComparison.Ordinal);
            answer = await TakeBackAsync(stall.Cheese);
        }

        Assert.Contains("€10.00 were taken back", answer.Notices, StringComparison.Ordinal);
        Assert.Equal([1000L], stripe.TransfersTo(stall.CheeseAccount));
        Assert.Empty((await StatementAsync(stall.Cheese)).Document.QuerySelectorAll("#left"));
    }

    [Fact]
    public async Task What_was_taken_back_at_the_dashboard_is_seen_when_it_is_settled_again()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread: 0, cheese: 4));
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);
        await RefundAsync(payment, "10");
        stripe.Reverse((string)stripe.All("transfer").Single(transfer => (string?)transfer["destination"] == stall.CheeseAccount)["id"]!, 1000);

        await SettleAsync(stall.DistributionId);

        Assert.Equal([1000L], stripe.TransfersTo(stall.CheeseAccount));
        var statement = await StatementAsync(stall.Cheese);
        Assert.Contains("€10.00", statement.TextOf("[data-line='opening']"), StringComparison.Ordinal);
        Assert.Empty(statement.Document.QuerySelectorAll("#left"));
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("broken")]
    [InlineData("silent")]
    [InlineData("silent once")]
    [InlineData("poor")]
    public async Task A_transfer_that_fails_is_tried_again_and_made_once(string fault)
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 0);
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);
        stripe.IsPoor = fault == "poor";
        stripe.Fail("POST /v1/transfers", fault switch
        {
            "busy" => [FakeFault.TooManyRequests],
            "broken" => [FakeFault.ServerError],
            "silent" => [FakeFault.SilentAfterActing, FakeFault.SilentAfterActing, FakeFault.SilentAfterActing],
            "silent once" => [FakeFault.SilentAfterActing],
            _ => [],
        });

        var answer = await SettleAsync(stall.DistributionId);
        stripe.IsPoor = false;

        // A key counts for a day; what was done is known by more than that.
        stripe.ForgetKeys();
        var statement = await StatementAsync(stall.Bread);
        if (fault is "poor")
        {
            Assert.Contains("insufficient funds", answer.Notices, StringComparison.Ordinal);
            Assert.Equal("Refused", statement.One("#statement").GetAttribute("data-state"));
        }

        if (fault is not "silent once")
        {
            var coordinator = await Fixture.CoordinatorAsync();
            answer = await coordinator.SubmitAsync(statement.FormTo(statement.Address.AbsolutePath + "/transfer"));
        }

        Assert.Contains("€9.00 are transferred.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal([900L], stripe.TransfersTo(stall.BreadAccount));
        Assert.Empty(stripe.TransfersTo(stall.CheeseAccount));
    }

    [Fact]
    public async Task An_open_distribution_is_not_settled()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 0);
        await PayAsync(member);
        Assert.Empty((await SheetAsync(stall.DistributionId)).Document.QuerySelectorAll("main form"));

        var answer = await SettleAgainAsync(stall.DistributionId);

        Assert.Contains("can be settled once its order window is over", answer.Notices, StringComparison.Ordinal);
        Assert.Empty(stripe.TransfersTo(stall.BreadAccount));

        // Its order window is over, and it is not closed.
        await CloseAsync(stall.DistributionId);
        var link = (await SheetAsync(stall.DistributionId)).One("#to-close a").GetAttribute("href");
        Assert.Equal($"/Admin/counter/{stall.DistributionId}/close", link);
    }

    [Fact]
    public async Task A_producer_who_is_not_linked_is_settled_once_they_are()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        await LinkAsync(stall.Cheese.ProducerId, string.Empty, "0");
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 1);
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);
        await SettleAsync(stall.DistributionId);
        var sheet = await SheetAsync(stall.DistributionId);
        Assert.Contains("Not linked", sheet.TextOf($"[data-producer='{stall.Cheese.ProducerId}']"), StringComparison.Ordinal);
        Assert.Empty(stripe.TransfersTo(stall.CheeseAccount));

        await LinkAsync(stall.Cheese.ProducerId, stall.CheeseAccount, "20");
        await SettleAsync(stall.DistributionId);

        Assert.Equal([400L], stripe.TransfersTo(stall.CheeseAccount));
        Assert.Equal([900L], stripe.TransfersTo(stall.BreadAccount));
    }

    [Fact]
    public async Task A_link_that_makes_no_sense_is_refused_at_its_field()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        Assert.Contains("begins with acct_", (await LinkAsync(stall.Bread.ProducerId, "someone", "5")).ErrorAt("StripeAccountId"), StringComparison.Ordinal);
        Assert.Contains("knows no such account", (await LinkAsync(stall.Bread.ProducerId, "acct_1234567890", "5")).ErrorAt("StripeAccountId"), StringComparison.Ordinal);
        Assert.Contains("does not transfer to this account yet", (await LinkAsync(stall.Bread.ProducerId, stripe.Connect(takesTransfers: false), "5")).ErrorAt("StripeAccountId"), StringComparison.Ordinal);
        Assert.Contains("from 0 to 100", (await LinkAsync(stall.Bread.ProducerId, stall.BreadAccount, "101")).ErrorAt("Commission"), StringComparison.Ordinal);
    }

    private async Task<SitePage> TakeBackAsync(Producer producer)
    {
        var statement = await StatementAsync(producer);
        return await (await Fixture.CoordinatorAsync()).SubmitAsync(statement.FormTo(statement.Address.AbsolutePath + "/take-back"));
    }
}

[Collection(ProducerSites.OnSqlite)]
public sealed class ProducersOnSqlite(StripeSite site) : ProducerTests(site);

[Collection(ProducerSites.OnPostgres)]
public sealed class ProducersOnPostgres(StripePostgresSite site) : ProducerTests(site);
