using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>What a distribution has on sale: at its price, up to what there is, and to what one account may have. That it holds at once is the storms'.</summary>
[Collection(SqliteSite.Name)]
public sealed class OnSaleTests(SqliteSite site) : GoodsScenario(site)
{
    [Fact]
    public async Task Who_comes_too_late_keeps_the_rest_of_the_basket_and_reads_what_is_left()
    {
        var stall = await OpenStallAsync();
        var (cheese, bread, egg) = (await AddProductAsync(stall), await AddProductAsync(stall), await AddProductAsync(stall));
        await OfferAsync(stall.Distribution, (cheese, "4.37", "3", ""), (bread, "", "", "4"));
        using var ann = await RegisterAsync();
        using var bob = await RegisterAsync();
        var page = await bob.Browser.GetAsync("/order?distributionId=" + stall.Distribution);
        Assert.Null(page.Document.QuerySelector($"#q-{egg.Id}"));
        Assert.Equal(("3", "4"), (page.One($"#q-{cheese.Id}").GetAttribute("max"), page.One($"#q-{bread.Id}").GetAttribute("max")));
        var form = page.OrderForm().With($"Quantities[{cheese.Id}]", "2").With($"Quantities[{bread.Id}]", "4");
        var anns = await OrderAsync(ann, stall, (cheese, "2"));
        Assert.Equal(-874, await BalanceAsync(ann.AccountId));

        var late = await bob.Browser.SubmitAsync(form);

        Assert.Contains($"Only 1 left of {cheese.Name}.", late.Text, StringComparison.Ordinal);
        Assert.Equal(("4", "1"), (late.One($"#q-{bread.Id}").GetAttribute("value"), late.One($"#q-{cheese.Id}").GetAttribute("max")));
        Assert.Equal(0, await BalanceAsync(bob.AccountId));
        var five = await bob.Browser.SubmitAsync(late.OrderForm().With($"Quantities[{cheese.Id}]", "1").With($"Quantities[{bread.Id}]", "5"));
        Assert.Contains($"One order may hold 4 of {bread.Name} at most.", five.Text, StringComparison.Ordinal);
        await OrderAsync(bob, stall, (cheese, "1"), (bread, "4"));
        Assert.Equal(-2437, await BalanceAsync(bob.AccountId));
        Assert.Equal(("3", "0"), await OrderedAndLeftAsync(stall.Distribution, cheese));

        var cancel = await ann.Browser.GetAsync($"/order/{anns}/cancel");
        await ann.Browser.SubmitAsync(cancel.FormTo("/order/cancel"));
        Assert.Equal(("1", "2"), await OrderedAndLeftAsync(stall.Distribution, cheese));
    }

    [Fact]
    public async Task A_coordinator_orders_beyond_the_list_and_is_told_and_a_member_keeps_what_they_have()
    {
        var stall = await OpenStallAsync();
        var (cheese, egg) = (await AddProductAsync(stall), await AddProductAsync(stall));
        await OfferAsync(stall.Distribution, (cheese, "", "2", "1"));
        using var ann = await RegisterAsync();
        var coordinator = await Fixture.CoordinatorAsync();

        var page = await coordinator.GetAsync($"/Admin/orders/new?distributionId={stall.Distribution}&accountId={ann.AccountId}");
        Assert.Null(page.Document.QuerySelector($"#q-{egg.Id}"));
        var placed = await coordinator.SubmitAsync(page.FormTo("/Admin/orders/place").With($"Quantities[{cheese.Id}]", "3"));

        Assert.Contains($"The order holds more than the list allows. One order may hold 1 of {cheese.Name} at most.", placed.Notices, StringComparison.Ordinal);
        Assert.Equal(-1500, await BalanceAsync(ann.AccountId));
        Assert.Equal(("3", "0"), await OrderedAndLeftAsync(stall.Distribution, cheese));
        Assert.Equal("3", (await ann.Browser.GetAsync("/order?distributionId=" + stall.Distribution)).One($"#q-{cheese.Id}").GetAttribute("max"));
        await OrderAsync(ann, stall, (cheese, "2"));
        Assert.Equal("2", (await ann.Browser.GetAsync("/order?distributionId=" + stall.Distribution)).One($"#q-{cheese.Id}").GetAttribute("max"));
    }

    [Fact]
    public async Task A_list_is_copied_changed_once_and_taken_away()
    {
        var stall = await OpenStallAsync();
        var (cheese, ham) = (await AddProductAsync(stall), await AddProductAsync(stall, form => form.With("ProductPart.SoldBy", "Weight").With("ProductPart.Step", "50")));
        using var ann = await RegisterAsync();
        await OrderAsync(ann, stall, (cheese, "2"));
        await OfferAsync(stall.Distribution, (cheese, "4", "5", ""), (ham, "", "2.5 kg", "400"));
        Assert.Equal(("2", "3"), await OrderedAndLeftAsync(stall.Distribution, cheese));
        var next = await (await Fixture.AdminAsync()).AddDistributionAsync(NewName("hall"), MarketCalendar.In(9), MarketCalendar.Noon(-20), MarketCalendar.Noon(8));

        var copy = await TableAsync(next, "?from=" + stall.Distribution);
        Assert.Contains("This is not saved yet.", copy.Text, StringComparison.Ordinal);
        var form = copy.Form("#on-sale");
        Assert.Equal(("4.00", "5", "2500", "400"), (form[Field(cheese, "Price")], form[Field(cheese, "Stock")], form[Field(ham, "Stock")], form[Field(ham, "PerAccount")]));
        Assert.Equal("0", (await ann.Browser.GetAsync("/order?distributionId=" + next)).One($"#q-{cheese.Id}").GetAttribute("value"));
        Assert.Contains("2 products are on sale.", (await SubmitAsync(form)).Notices, StringComparison.Ordinal);

        Assert.Contains("This list has been changed in the meantime.", (await SubmitAsync(form.With(Field(cheese, "Stock"), "9"))).Text, StringComparison.Ordinal);
        Assert.Equal("400", (await ann.Browser.GetAsync("/order?distributionId=" + next)).One($"#q-{ham.Id}").GetAttribute("max"));
        await SubmitAsync((await TableAsync(next)).FormTo($"/Admin/distributions/{next}/on-sale/remove"));
        Assert.Equal(("999", "999999"), await MostAsync());

        async Task<(string?, string?)> MostAsync()
        {
            var page = await ann.Browser.GetAsync("/order?distributionId=" + next);
            return (page.One($"#q-{cheese.Id}").GetAttribute("max"), page.One($"#q-{ham.Id}").GetAttribute("max"));
        }
    }

    [Theory]
    [InlineData("Price", "-1", "minus")]
    [InlineData("Price", "1.234", "decimals")]
    [InlineData("Stock", "-1", "Type a whole number from 0 to 999999, or nothing.")]
    [InlineData("Stock", "1.5", "Type a whole number from 0 to 999999, or nothing.")]
    [InlineData("PerAccount", "0", "Type a whole number from 1 to 999999, or nothing.")]
    [InlineData("PerAccount", "1000000", "Type a whole number from 1 to 999999, or nothing.")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, string typed, string sentence)
    {
        var stall = await OpenStallAsync();
        var cheese = await AddProductAsync(stall);

        var page = await SubmitAsync((await TableAsync(stall.Distribution)).Form("#on-sale").With(Field(cheese, field), typed));

        Assert.Contains(sentence, page.ErrorAt(Field(cheese, field)), StringComparison.Ordinal);
        Assert.Equal(typed, page.Form("#on-sale")[Field(cheese, field)]);
        Assert.Contains("This distribution has no list yet", (await TableAsync(stall.Distribution)).Text, StringComparison.Ordinal);
    }

    private async Task<SitePage> TableAsync(string distribution, string query = "") => await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/distributions/{distribution}/on-sale{query}");

    // The site's catalogue holds what other tests sell too, which is not on this list.
    private async Task OfferAsync(string distribution, params (Product Product, string Price, string Stock, string PerAccount)[] offered)
    {
        var form = (await TableAsync(distribution)).Form("#on-sale");
        foreach (var box in form.Fields.Where(field => field.Key.EndsWith(".On", StringComparison.Ordinal)).Select(field => field.Key).ToList())
        {
            form = form.Without(box);
        }

        foreach (var (product, price, stock, perAccount) in offered)
        {
            form = form.With(Field(product, "On"), "true").With(Field(product, "Price"), price).With(Field(product, "Stock"), stock).With(Field(product, "PerAccount"), perAccount);
        }

        Assert.Contains("on sale.", (await SubmitAsync(form)).Notices, StringComparison.Ordinal);
    }

    private async Task<(string Ordered, string Left)> OrderedAndLeftAsync(string distribution, Product product)
    {
        var cells = (await TableAsync(distribution)).TextsOf($"tr[data-product='{product.Id}'] td");
        return (cells[^2], cells[^1]);
    }

    private static string Field(Product product, string name) => $"Rows[{product.Id}].{name}";
}
