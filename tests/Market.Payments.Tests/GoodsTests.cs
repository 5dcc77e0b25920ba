using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>What money refers to is not deleted, and says why; what is no longer public keeps its orders.</summary>
public abstract class GoodsTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_distribution_with_orders_is_deleted_by_no_door_and_says_why()
    {
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member, stall);
        const string Why = "This distribution is not deleted: it has one order.";

        Assert.Contains(Why, (await PressAsync(stall.Distribution, "Delete")).Notices, StringComparison.Ordinal);
        Assert.Contains(Why, (await DeleteInBulkAsync("Distribution", stall.Place)).Notices, StringComparison.Ordinal);
        await PressAsync(stall.Distribution, "Unpublish");
        Assert.Contains(Why, (await PressAsync(stall.Distribution, "DiscardDraft")).Notices, StringComparison.Ordinal);
        Assert.Contains(Why, (await PressAsync(stall.Distribution, "Delete")).Notices, StringComparison.Ordinal);

        // Unpublished, its orders are in the list, and the member gives theirs up.
        var list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders?distributionId=" + stall.Distribution);
        Assert.NotNull(list.Document.QuerySelector($"[data-order='{order}']"));
        Assert.NotNull(list.Document.QuerySelector($"select[name=distributionId] option[value='{stall.Distribution}']"));
        var cancel = await member.Browser.GetAsync($"/order/{order}/cancel");
        await member.Browser.SubmitAsync(cancel.FormTo("/order/cancel"));
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task A_distribution_without_orders_is_deleted()
    {
        var stall = await OpenStallAsync();

        var answer = await PressAsync(stall.Distribution, "Delete");

        Assert.Contains("has been removed", answer.Notices, StringComparison.Ordinal);
        Assert.Null((await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders")).Document.QuerySelector($"select[name=distributionId] option[value='{stall.Distribution}']"));
    }

    [Fact]
    public async Task A_product_and_a_producer_that_were_ordered_are_not_deleted_and_unpublished_keep_their_names()
    {
        var stall = await OpenStallAsync();
        Assert.Contains("This producer is not deleted: one product is theirs.", (await PressAsync(stall.Producer, "Delete")).Notices, StringComparison.Ordinal);
        using var member = await RegisterAsync();
        var order = await OrderAsync(member, stall);

        Assert.Contains("This product is not deleted: it is in one order.", (await PressAsync(stall.Product, "Delete")).Notices, StringComparison.Ordinal);
        Assert.Contains("This product is not deleted: it is in one order.", (await DeleteInBulkAsync("Product", stall.Name)).Notices, StringComparison.Ordinal);
        Assert.Contains("This producer is not deleted: one order holds what they make.", (await PressAsync(stall.Producer, "Delete")).Notices, StringComparison.Ordinal);

        await PressAsync(stall.Product, "Unpublish");
        await PressAsync(stall.Producer, "Unpublish");
        var page = await member.Browser.GetAsync("/order/" + order);
        Assert.Contains(stall.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders/" + order)).Status);
    }

    [Fact]
    public async Task A_product_nobody_ordered_is_deleted_and_then_its_producer()
    {
        var stall = await OpenStallAsync();

        Assert.Contains("has been removed", (await PressAsync(stall.Product, "Delete")).Notices, StringComparison.Ordinal);
        Assert.Contains("has been removed", (await PressAsync(stall.Producer, "Delete")).Notices, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Market.Payments")]
    [InlineData("OrchardCore.Contents")]
    [InlineData("OrchardCore.Users")]
    public async Task Client_accounts_with_operations_stay_on_and_so_does_what_they_need(string feature)
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "4");
        var admin = await Fixture.AdminAsync();

        var pressed = await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Features/{feature}/Disable", "/Admin/payments/settings"));

        Assert.Contains("Market Payments stays on", pressed.Notices, StringComparison.Ordinal);
        Assert.DoesNotContain("was disabled", pressed.Notices, StringComparison.Ordinal);
        var page = await admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        await admin.SubmitAsync(page.Form("form:has([name='Json'])").With("Json", $$"""{ "steps": [{ "name": "feature", "disable": ["{{feature}}"], "enable": [] }] }"""));
        Assert.Equal(400, BalanceOn(await member.Browser.GetAsync("/my-account")));
    }

    private async Task<Stall> OpenStallAsync()
    {
        var admin = await Fixture.AdminAsync();
        var (product, place) = (NewName("cheese"), NewName("hall"));
        var (producerId, productId) = await admin.AddProducerAsync(NewName("farm"), product, "5");
        return new Stall(producerId, productId, await admin.AddDistributionAsync(place, Noon(9)[..10], Noon(-20), Noon(8)), product, place);
    }

    private static async Task<string> OrderAsync(Member member, Stall stall)
    {
        var page = await member.Browser.GetAsync("/order?distributionId=" + stall.Distribution);
        var placed = await member.Browser.SubmitAsync(page.Form("form[data-order-form]").With($"Quantities[{stall.Product}]", "1"));
        Assert.Contains("Your order is noted", placed.Text, StringComparison.Ordinal);
        return placed.Address.Segments[^1];
    }

    private async Task<SitePage> PressAsync(string id, string button)
    {
        var admin = await Fixture.AdminAsync();
        return await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{id}/{button}?returnUrl=/Admin/payments/clients", "/Admin/payments/settings"));
    }

    private async Task<SitePage> DeleteInBulkAsync(string type, string name)
    {
        var admin = await Fixture.AdminAsync();
        var list = await admin.GetAsync($"/Admin/Contents/ContentItems/{type}?q={name}");
        var itemId = list.One("input[name='itemIds']").GetAttribute("value")!;
        return await admin.SubmitAsync(list.Form("form:has(input[name='itemIds'])").WithAll("itemIds", itemId).With("Options.BulkAction", "Remove").With("submit.BulkAction", "yes"));
    }

    private sealed record Stall(string Producer, string Product, string Distribution, string Name, string Place);
}

[Collection(SqliteSite.Name)]
public sealed class GoodsOnSqlite(SqliteSite site) : GoodsTests(site);

[Collection(PostgresSite.Name)]
public sealed class GoodsOnPostgres(PostgresSite site) : GoodsTests(site);
