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

    // As it is once the media library was on: its field is defined and holds a file. The library itself stays off.
    [Fact]
    public async Task A_file_of_the_media_library_is_shown_and_kept_also_where_that_library_is_off()
    {
        var admin = await Fixture.AdminAsync();
        var (name, productId) = (NewName("medlar"), NewName("medlar"));
        var (producerId, _) = await admin.AddProducerAsync(NewName("orchard"), NewName("sorb"), "1.13");
        var import = await admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        var answer = await admin.SubmitAsync(import.Form("form:has([name='Json'])").With("Json", $$"""
            { "steps": [
                { "name": "ContentDefinition", "ContentTypes": [], "ContentParts": [{ "Name": "ProductPart", "Settings": {}, "ContentPartFieldDefinitionRecords": [{ "FieldName": "MediaField", "Name": "Photo", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Picture", "Editor": "Attached" }, "MediaFieldSettings": { "Multiple": false } } }] }] },
                { "name": "Content", "data": [{ "ContentType": "Product", "ContentItemId": "{{productId}}", "DisplayText": "{{name}}", "Latest": true, "Published": true, "TitlePart": { "Title": "{{name}}" }, "ProductPart": { "ProducerId": "{{producerId}}", "Unit": "1 kg", "PriceMinorUnits": 317, "VatBasisPoints": 550, "Picture": "/media/typed.jpg", "Photo": { "Paths": ["medlars.jpg"], "MediaTexts": ["Medlars in a basket"] } } }] }
            ] }
            """));
        Assert.Empty(answer.Summary);

        await EditAsync(productId, form => form.With("ProductPart.Note", "Bletted."));

        var shown = (await Site.NewClient().GetAsync("/order?q=" + name)).One($".product:has(#q-{productId}) img");
        Assert.Equal(("/media/medlars.jpg", "Medlars in a basket"), (shown.GetAttribute("src"), shown.GetAttribute("alt")));
        Assert.Equal(("64", "64", "lazy"), (shown.GetAttribute("width"), shown.GetAttribute("height"), shown.GetAttribute("loading")));
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
