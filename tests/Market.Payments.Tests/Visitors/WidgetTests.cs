using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>What site editors make of the public site: pages, the menu, and widgets in the theme's zones.</summary>
[Collection(SqliteSite.Name)]
public sealed class WidgetTests(SqliteSite fixture) : Scenario(fixture)
{
    [Fact]
    public async Task Editors_add_a_page_to_the_menu_and_place_the_markets_widgets_on_it()
    {
        var admin = await Fixture.AdminAsync();
        var path = NewName("about");
        await ImportAsync(admin, $$"""
            { "name": "layers", "Layers": [{ "Name": "{{path}}", "LayerRule": { "ConditionId": "{{path}}", "Conditions": [{ "$type": "OrchardCore.Rules.Models.UrlCondition, OrchardCore.Rules", "Name": "UrlCondition", "ConditionId": "{{path}}1", "Value": "~/{{path}}", "Operation": { "$type": "OrchardCore.Rules.Models.StringEqualsOperator, OrchardCore.Rules" } }] } }] },
            { "name": "Content", "data": [
                { "ContentType": "Page", "ContentItemId": "{{path}}", "DisplayText": "Who we are", "Latest": true, "Published": true, "TitlePart": { "Title": "Who we are" }, "AutoroutePart": { "Path": "{{path}}" }, "HtmlBodyPart": { "Html": "<p>Since 1911.<script>alert(1)</script></p>" } },
                {{Widget("NextDistribution", "BeforeContent", "{}")}},
                {{Widget("MyBalance", "BeforeContent", "{}")}},
                {{Widget("ProducerProducts", "AfterContent", $$"""{ "ProducerId": "{{await FirstAsync(admin, "Producer", "?q=Vallon")}}" }""")}}
            ] }
            """);
        await AddToMenuAsync(admin, path);
        using var visitor = Site.NewClient();
        using var member = await RegisterAsync();

        var seen = await visitor.GetAsync("/" + path);
        var own = await member.Browser.GetAsync("/" + path);

        Assert.Contains("Since 1911.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", seen.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("Halle des Tilleuls", seen.TextOf(".widget-next-distribution"), StringComparison.Ordinal);
        Assert.NotNull(seen.Document.QuerySelector(".widget-next-distribution a[href*='/order']"));
        Assert.Contains("€", seen.TextOf(".widget-producer-products"), StringComparison.Ordinal);
        Assert.Equal(string.Empty, seen.TextOf(".widget-my-balance"));
        Assert.Contains("Settled", own.TextOf(".widget-my-balance"), StringComparison.Ordinal);
        Assert.Equal("Who we are", (await visitor.GetAsync("/")).TextOf($".site-nav a[href='/{path}']"));

        string Widget(string type, string zone, string part) => $$"""
            { "ContentType": "{{type}}", "ContentItemId": "{{path + type}}", "DisplayText": "{{type}}", "Latest": true, "Published": true, "LayerMetadata": { "RenderTitle": false, "Position": 1, "Zone": "{{zone}}", "Layer": "{{path}}" }, "{{type}}Part": {{part}} }
            """;
    }

    private static async Task ImportAsync(SiteClient admin, string steps)
    {
        var page = await admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        var answer = await admin.SubmitAsync(page.Form("form:has([name='Json'])").With("Json", $$"""{ "steps": [{{steps}}] }"""));
        Assert.Empty(answer.Summary);
    }

    private static async Task<string> FirstAsync(SiteClient admin, string type, string query = "") =>
        (await admin.GetAsync("/Admin/Contents/ContentItems/" + type + query)).One("a[href*='/ContentItems/'][href*='/Edit']").GetAttribute("href")!.Split('?')[0].Split('/')[^2];

    // As an editor does: a link is added to the menu, and the menu is published.
    private static async Task AddToMenuAsync(SiteClient admin, string path)
    {
        var menu = await FirstAsync(admin, "Menu", "?q=Main");
        var form = (await admin.GetAsync($"/Admin/Menu/Create/LinkMenuItem?menuContentItemId={menu}")).Form("form:has([name='LinkMenuItemPart.Name'])");
        await admin.SubmitAsync(form.With("LinkMenuItemPart.Name", "Who we are").With("LinkMenuItemPart.Url", "~/" + path));
        var whole = (await admin.GetAsync($"/Admin/Contents/ContentItems/{menu}/Edit")).Form("form:has([name='AliasPart.Alias'])");
        Assert.True((await admin.SubmitAsync(whole.With("submit.Publish", "submit.Publish"))).IsSuccess);
    }
}
