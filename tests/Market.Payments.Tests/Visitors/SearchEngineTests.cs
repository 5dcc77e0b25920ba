using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>What pages say to search engines, and to where somebody puts a link to them.</summary>
[Collection(SqliteSite.Name)]
public sealed class SearchEngineTests(SqliteSite fixture) : Scenario(fixture)
{
    [Theory]
    [InlineData("/", "Marché des Tilleuls")]
    [InlineData("/order?q=pain&by=category", "Order now – Marché des Tilleuls")]
    [InlineData("/producers", "Our producers – Marché des Tilleuls")]
    [InlineData("/producers/fournil-de-la-combe", "Fournil de la Combe – Marché des Tilleuls")]
    public async Task A_page_that_is_meant_to_be_found_says_what_it_is(string address, string title)
    {
        var page = await Site.NewClient().GetAsync(address);

        Assert.Equal((title, title), (page.Document.Title, Said(page, "meta[property='og:title']")));
        Assert.InRange(Said(page, "meta[name='description']").Length, 40, 160);
        Assert.Equal(Said(page, "meta[name='description']"), Said(page, "meta[property='og:description']"));
        Assert.Equal(address.Split('?')[0], new Uri(page.One("link[rel='canonical']").GetAttribute("href")!).PathAndQuery);
        Assert.Null(page.Document.QuerySelector("meta[name='robots']"));
    }

    [Theory]
    [InlineData("/Login")]
    [InlineData("/no-such-page")]
    [InlineData("/pay/no-such-link")]
    [InlineData("/receipt/no-such-link")]
    [InlineData("/welcome/no-such-link")]
    public async Task A_page_that_is_not_says_so(string address) => IsHidden(await Site.NewClient().GetAsync(address));

    [Fact]
    public async Task What_is_a_members_is_not_for_search_engines()
    {
        using var member = await RegisterAsync();

        IsHidden(await member.Browser.GetAsync("/my-account"));
        IsHidden(await member.Browser.GetAsync("/order/mine"));
    }

    private static void IsHidden(SitePage page)
    {
        Assert.Equal("noindex", Said(page, "meta[name='robots']"));
        Assert.Null(page.Document.QuerySelector("link[rel='canonical']"));
    }

    private static string Said(SitePage page, string what) => page.One(what).GetAttribute("content")!;
}
