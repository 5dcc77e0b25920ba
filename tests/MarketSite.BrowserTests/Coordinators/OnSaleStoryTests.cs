using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>A coordinator says in one table what a distribution sells, at which price and how much of it; a visitor sees that.</summary>
public sealed class OnSaleStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.Each), MemberType = typeof(Reader))]
    public async Task What_the_table_says_is_what_a_visitor_may_order(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        var distribution = await market.AddDistributionAsync();
        await using var desk = await reader.VisitAsync(Market.Coordinator);
        await desk.GoAsync("Admin/orders?distributionId=" + distribution);
        await desk.Link(reader.Say("On sale", "En vente")).First.ClickAsync();
        await Expect(desk.Page.Locator("#no-list")).ToBeVisibleAsync();

        var brioche = desk.Page.Locator("tr[data-product]").Filter(new() { HasText = "Brioche" });
        await desk.TypeAsync(brioche.Locator("[name$='.Price']"), reader.Say("6.20", "6,20"));
        await desk.TypeAsync(brioche.Locator("[name$='.Stock']"), "4");
        await desk.TypeAsync(brioche.Locator("[name$='.PerAccount']"), "2");
        await desk.PressAsync(desk.Page.Locator("tr[data-product]").Filter(new() { HasText = "Poireaux" }).GetByRole(AriaRole.Checkbox), "Space");
        await desk.Button(reader.Say("Save the list", "Enregistrer la liste")).ClickAsync();
        await Expect(desk.Message).ToContainTextAsync(reader.Say("products are on sale.", "produits sont en vente."));
        await Expect(brioche.Locator("td").Last).ToHaveTextAsync("4");

        await using var visit = await reader.VisitAsync();
        await visit.GoAsync("order?distributionId=" + distribution);
        var quantity = visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Brioche" });
        await Expect(quantity).ToHaveAttributeAsync("max", "2");
        await Expect(quantity).ToHaveAttributeAsync("data-price", "620");
        await Expect(visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Carottes" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Poireaux" })).ToHaveCountAsync(0);
        Assert.Empty(desk.Faults.Concat(visit.Faults));
    }
}
