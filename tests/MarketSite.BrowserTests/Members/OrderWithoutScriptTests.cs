using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

public sealed class OrderWithoutScriptTests(Market market)
{
    [Fact]
    public async Task Quantities_typed_into_the_form_are_ordered_where_scripts_do_not_run()
    {
        await using var visit = await market.VisitAsync("theo", Screen.Phone, withScript: false);
        await visit.GoAsync("order");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "One more: Carottes" })).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Carottes" }).FillAsync("2");
        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Miel de tilleul" }).FillAsync("1");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep my basket" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "By category" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Carottes" })).ToHaveValueAsync("2");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check my order" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Order – you must pay" }).ClickAsync();

        await Expect(visit.Message).ToContainTextAsync("Your order is noted: €14.40.");
        Assert.Empty(visit.Faults);
    }
}
