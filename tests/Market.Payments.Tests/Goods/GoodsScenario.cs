using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>A farm of its own with what it sells, as a coordinator writes it in the admin.</summary>
public abstract class GoodsScenario(SiteFixture fixture) : Scenario(fixture)
{
    /// <summary>A distribution that members order for, and a producer without products.</summary>
    protected async Task<Stall> OpenStallAsync()
    {
        var (producer, place) = (NewName("farm"), NewName("hall"));
        await CreateAsync("Producer", form => form.With("TitlePart.Title", producer).With("ProducerPart.Village", "Here").With("ProducerPart.Description", "A farm."));
        var distribution = await (await Fixture.AdminAsync()).AddDistributionAsync(place, MarketCalendar.In(9), MarketCalendar.Noon(-20), MarketCalendar.Noon(8));
        return new Stall(await FindContentAsync("Producer", producer), distribution, place);
    }

    /// <summary>Adds a product that costs 5 a piece, unless it is filled in otherwise.</summary>
    protected async Task<Product> AddProductAsync(Stall stall, Func<SiteForm, SiteForm>? fill = null, string? name = null)
    {
        name ??= NewName("cheese");
        await CreateAsync("Product", form => (fill ?? (same => same))(form
            .With("TitlePart.Title", name)
            .With("ProductPart.ProducerId", stall.Producer)
            .With("ProductPart.Unit", "piece")
            .With("ProductPart.Price", "5")
            .With("ProductPart.Vat", "5.5")));
        return new Product(await FindContentAsync("Product", name), name);
    }

    /// <summary>Orders as a member does.</summary>
    protected static async Task<string> OrderAsync(Member member, Stall stall, params (Product Product, string Quantity)[] wanted)
    {
        var page = await member.Browser.GetAsync("/order?distributionId=" + stall.Distribution);
        var form = wanted.Aggregate(page.OrderForm(), (filled, one) => filled.With($"Quantities[{one.Product.Id}]", one.Quantity));
        var placed = await member.Browser.SubmitAsync(form);
        Assert.Contains("Your order is noted", placed.Text, StringComparison.Ordinal);
        return placed.Address.Segments[^1];
    }

    /// <summary>The coordinator's form that corrects an order.</summary>
    protected async Task<SiteForm> CorrectionFormAsync(string orderId) =>
        (await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/orders/{orderId}/correct")).FormTo($"/Admin/orders/{orderId}/correct");

    protected async Task<SitePage> SubmitAsync(SiteForm form) => await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

    /// <summary>Writes a content item in its editor; what is refused is answered with its sentences.</summary>
    protected async Task<SitePage> WriteAsync(string type, Func<SiteForm, SiteForm> fill)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync($"/Admin/Contents/ContentTypes/{type}/Create")).Form($"form:has([name^='{type}Part.'])");
        return await admin.SubmitAsync(fill(form).With("submit.Publish", "submit.Publish"));
    }

    protected async Task CreateAsync(string type, Func<SiteForm, SiteForm> fill) => await (await Fixture.AdminAsync()).PublishNewAsync(type, fill);

    protected async Task<string> FindContentAsync(string type, string name) => await (await Fixture.AdminAsync()).FindContentAsync(type, name);

    /// <summary>A stall's content items.</summary>
    protected sealed record Stall(string Producer, string Distribution, string Place);

    /// <summary>A product's content item and its name.</summary>
    protected sealed record Product(string Id, string Name);
}
