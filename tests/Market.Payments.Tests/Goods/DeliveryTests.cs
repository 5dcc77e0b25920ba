using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>What is otherwise with a delivery is corrected for all orders that hold it: previewed, all or none, and once.</summary>
public abstract class DeliveryTests(SiteFixture fixture) : GoodsScenario(fixture)
{
    [Fact]
    public async Task A_product_that_did_not_come_is_taken_off_every_order_that_holds_it_and_once()
    {
        var stall = await OpenStallAsync();
        var (bread, egg) = (await AddProductAsync(stall), await AddProductAsync(stall));
        using var ann = await RegisterAsync();
        using var bob = await RegisterAsync();
        using var cid = await RegisterAsync();
        await OrderAsync(ann, stall, (bread, "2"), (egg, "1"));
        var bobs = await OrderAsync(bob, stall, (bread, "1"));
        await OrderAsync(cid, stall, (egg, "1"));

        var preview = await PreviewAsync(stall, ("What", "product:" + bread.Id));
        Assert.Equal(("2", "1500"), (preview.One("#comes-to").GetAttribute("data-orders"), preview.One("#comes-to").GetAttribute("data-minor-units")));
        Assert.Equal(-1500, await BalanceAsync(ann.AccountId));
        var form = Confirmation(preview).With("Reason", "The baker is ill");
        var answer = await SubmitAsync(form);
        await SubmitAsync(form);

        Assert.Contains($"2 orders are corrected; the difference of +{Euro(1500)} is on their accounts.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal([-1500, 1000], (await StatementAsync(ann.AccountId)).Select(line => line.MinorUnits));
        Assert.Equal([-500, 500], (await StatementAsync(bob.AccountId)).Select(line => line.MinorUnits));
        Assert.Equal([-500], (await StatementAsync(cid.AccountId)).Select(line => line.MinorUnits));
        var page = await bob.Browser.GetAsync("/order/" + bobs);
        Assert.Contains("came: 0", page.Text, StringComparison.Ordinal);
        Assert.Contains("Corrected: The baker is ill", page.Text, StringComparison.Ordinal);
        Assert.Contains("The baker is ill", (await bob.Browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        Assert.Contains($"{bread.Name}: The baker is ill (2 orders", (await PreviewAsync(stall)).TextOf("#before"), StringComparison.Ordinal);
        Assert.Contains("There is nothing to correct", (await PreviewAsync(stall, ("What", "product:" + bread.Id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_producer_may_be_missing_and_what_somebody_weighed_or_priced_alone_stays_for_the_rest()
    {
        var stall = await OpenStallAsync();
        var ham = await AddProductAsync(stall, form => form.With("ProductPart.SoldBy", "WeighedPiece").With("ProductPart.Price", "12").With("ProductPart.PieceWeight", "1000"));
        using var ann = await RegisterAsync();
        using var bob = await RegisterAsync();
        using var cid = await RegisterAsync();
        await OrderAsync(ann, stall, (ham, "3"));
        var weighed = await OrderAsync(bob, stall, (ham, "3"));
        var priced = await OrderAsync(cid, stall, (ham, "3"));
        await SubmitAsync((await CorrectionFormAsync(weighed)).With($"Weights[{ham.Id}]", "2500").With("Reason", "Weighed"));
        await SubmitAsync((await CorrectionFormAsync(priced)).With($"Costs[{ham.Id}]", "20").With("Reason", "A friend"));

        await SubmitAsync(Confirmation(await PreviewAsync(stall, ("What", "product:" + ham.Id), ("News", "AtMost"), ("Most", "2"))).With("Reason", "A small pig"));
        Assert.Equal("-2400 -3000 -2000", await BalancesAsync());

        await SubmitAsync(Confirmation(await PreviewAsync(stall, ("What", "product:" + ham.Id), ("News", "Price"), ("Price", "10"))).With("Reason", "Cheaper"));
        Assert.Equal("-2000 -2500 -2000", await BalancesAsync());

        await SubmitAsync(Confirmation(await PreviewAsync(stall, ("What", "producer:" + stall.Producer))).With("Reason", "Broke down"));
        Assert.Equal("0 0 0", await BalancesAsync());

        async Task<string> BalancesAsync() => string.Join(' ', new[] { await BalanceAsync(ann.AccountId), await BalanceAsync(bob.AccountId), await BalanceAsync(cid.AccountId) });
    }

    [Fact]
    public async Task Orders_that_changed_since_the_preview_are_looked_at_again()
    {
        var stall = await OpenStallAsync();
        var bread = await AddProductAsync(stall);
        using var ann = await RegisterAsync();
        using var bob = await RegisterAsync();
        await OrderAsync(ann, stall, (bread, "1"));
        var form = Confirmation(await PreviewAsync(stall, ("What", "product:" + bread.Id))).With("Reason", "Burnt");
        await OrderAsync(bob, stall, (bread, "1"));

        var answer = await SubmitAsync(form);

        Assert.Contains("Orders have changed since the preview was made.", answer.Text, StringComparison.Ordinal);
        Assert.Single(await StatementAsync(ann.AccountId));
        await SubmitAsync(Confirmation(answer).With("Reason", "Burnt"));
        Assert.Equal((0L, 0L), (await BalanceAsync(ann.AccountId), await BalanceAsync(bob.AccountId)));
    }

    [Fact]
    public async Task One_order_that_cannot_be_so_keeps_all_as_they_are()
    {
        var stall = await OpenStallAsync();
        var bread = await AddProductAsync(stall);
        using var ann = await RegisterAsync();
        using var bob = await RegisterAsync();
        await OrderAsync(ann, stall, (bread, "1"));
        await OrderAsync(bob, stall, (bread, "999"));

        var answer = await SubmitAsync(Confirmation(await PreviewAsync(stall, ("What", "product:" + bread.Id), ("News", "Price"), ("Price", "1500"))).With("Reason", "Gold"));

        Assert.Contains("Nothing is corrected.", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"An order cannot cost more than {Euro(100_000_000)}.", answer.Text, StringComparison.Ordinal);
        Assert.Single(await StatementAsync(ann.AccountId));
        Assert.Single(await StatementAsync(bob.AccountId));
    }

    [Theory]
    [InlineData("product", "AtMost", "-1", null, "Most", "A weight cannot be less than nothing.")]
    [InlineData("product", "AtMost", "", null, "Most", "Type how many each order has at most, or how many grams.")]
    [InlineData("product", "Price", null, "-2", "Price", "minus")]
    [InlineData("producer", "Price", null, "2", "What", "How much came and what it costs is said of one product.")]
    [InlineData("other", "Missing", null, null, "What", "Choose a product or a producer that was ordered.")]
    public async Task What_cannot_be_meant_is_refused_at_its_field(string what, string news, string? most, string? price, string field, string sentence)
    {
        var stall = await OpenStallAsync();
        var bread = await AddProductAsync(stall);
        using var ann = await RegisterAsync();
        await OrderAsync(ann, stall, (bread, "1"));

        var page = await PreviewAsync(stall, ("What", $"{what}:{(what == "producer" ? stall.Producer : bread.Id)}"), ("News", news), ("Most", most ?? string.Empty), ("Price", price ?? string.Empty));

        Assert.Contains(sentence, page.ErrorAt(field), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#comes-to"));
    }

    private async Task<SitePage> PreviewAsync(Stall stall, params (string Name, string Value)[] fields) =>
        await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/distributions/{stall.Distribution}/delivery?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));

    private static SiteForm Confirmation(SitePage page) => page.Form("form:has([name='FormKey'])");
}

[Collection(SqliteSite.Name)]
public sealed class DeliveriesOnSqlite(SqliteSite site) : DeliveryTests(site);

[Collection(PostgresSite.Name)]
public sealed class DeliveriesOnPostgres(PostgresSite site) : DeliveryTests(site);
