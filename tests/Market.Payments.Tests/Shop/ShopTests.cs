using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Shop;

/// <summary>Products and producers as a shop shows them, from their editors to the pages.</summary>
[Collection(SqliteSite.Name)]
public sealed class ShopTests(SqliteSite fixture) : Scenario(fixture)
{
    private const string Hostile = "<script>alert('x')</script>\" onmouseover=\"x";

    [Fact]
    public async Task What_an_editor_says_of_a_product_is_on_the_order_page_and_the_producers()
    {
        var admin = await Fixture.AdminAsync();
        var name = NewName("quince");
        var (producerId, productId) = await admin.AddProducerAsync(NewName("orchard"), name, "6.90");
        await EditAsync(productId, form => form
            .With("ProductPart.UnitWeight", "250")
            .With("ProductPart.Category", "Conserves")
            .With("ProductPart.Labels", "organic, " + Hostile)
            .With("ProductPart.SeasonFrom", "1")
            .With("ProductPart.SeasonTo", "12")
            .With("ProductPart.Note", Hostile)
            .With("ProductPart.Picture", "/media/quince.jpg"));
        await EditProducerAsync(producerId, form => form.With("ProducerPart.Story", "First.\n\n" + Hostile));

        var page = await Site.NewClient().GetAsync("/order?by=category&q=" + name);
        var row = $".product:has(#q-{productId})";
        Assert.Equal("Conserves", page.TextOf($"section:has({row}) h2"));
        Assert.Contains("€6.90 · €27.60/kg", page.TextOf(row), StringComparison.Ordinal);
        Assert.Equal(["organic", Hostile, "in season"], page.TextsOf(row + " .tag"));
        Assert.Contains(Hostile, page.TextOf(row), StringComparison.Ordinal);
        Assert.Equal("/media/quince.jpg", page.One(row + " img").GetAttribute("src"));
        Assert.Single(page.Document.QuerySelectorAll(".product:not([hidden])"));
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);

        var producer = await Site.NewClient().GetAsync("/producers/" + producerId);
        Assert.Contains("First.", producer.TextsOf("p"));
        Assert.Contains(Hostile, producer.TextsOf("p"));
        Assert.Contains(name, producer.TextOf("#products"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", producer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_refused_at_its_field()
    {
        var admin = await Fixture.AdminAsync();
        var (producerId, productId) = await admin.AddProducerAsync(NewName("orchard"), NewName("pear"), "1.07");

        var refused = await EditAsync(productId, form => form
            .With("ProductPart.UnitWeight", "heavy")
            .With("ProductPart.Category", new string('c', 61))
            .With("ProductPart.SeasonFrom", "6")
            .With("ProductPart.Picture", "https://elsewhere.example/spy.png"));

        Assert.Contains("not of another site", refused.ErrorAt("ProductPart.Picture"), StringComparison.Ordinal);
        Assert.Contains("At most 60 characters.", refused.ErrorAt("ProductPart.Category"), StringComparison.Ordinal);
        Assert.Contains("or neither", refused.ErrorAt("ProductPart.SeasonTo"), StringComparison.Ordinal);
        Assert.NotEmpty(refused.ErrorAt("ProductPart.UnitWeight"));
        var spy = await EditProducerAsync(producerId, form => form.With("ProducerPart.Picture", "//elsewhere.example/spy.png"));
        Assert.Contains("not of another site", spy.ErrorAt("ProducerPart.Picture"), StringComparison.Ordinal);
    }

    private Task<SitePage> EditAsync(string productId, Func<SiteForm, SiteForm> change) => EditAsync(productId, "ProductPart.Unit", change);

    private Task<SitePage> EditProducerAsync(string producerId, Func<SiteForm, SiteForm> change) => EditAsync(producerId, "ProducerPart.Village", change);

    private async Task<SitePage> EditAsync(string id, string field, Func<SiteForm, SiteForm> change)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync($"/Admin/Contents/ContentItems/{id}/Edit")).Form($"form:has([name='{field}'])");
        return await admin.SubmitAsync(change(form).With("submit.Publish", "submit.Publish"));
    }
}
