using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>No mouse: what members ordered on paper is typed in as fast as it is read.</summary>
public sealed class TypeInTests(Market market)
{
    [Fact]
    public async Task Paper_orders_are_typed_in_by_the_keyboard_alone()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync(await market.FindAsync("type-in"));

        await Expect(page.GetByLabel("Member", new() { Exact = true })).ToBeFocusedAsync();
        await keys.TypeAsync("nadia ro");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");

        var product = page.GetByRole(AriaRole.Combobox, new() { Name = "Product" });
        var total = page.Locator("[data-total]");
        await Expect(product).ToBeFocusedAsync();
        await TypeAsync("caro", "3");
        await Expect(total).ToHaveTextAsync("€7.80");
        await TypeAsync("1", "2");
        await TypeAsync("carottes", "1");
        await Expect(product).ToBeFocusedAsync();
        await TypeAsync("carottes", "12345");
        await Expect(page.Locator("[data-note]")).Not.ToBeEmptyAsync();
        await keys.PressAsync("Escape");
        await keys.TypeAsync("no such thing");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-note]")).ToHaveTextAsync("No product is called so.");
        await keys.PressAsync("Escape");
        var sum = await total.TextContentAsync();
        await keys.PressAsync("Enter");

        await Expect(visit.Message).ToContainTextAsync($"Nadia Roux: the order is saved, {sum}.");
        await Expect(page.GetByLabel("Member", new() { Exact = true })).ToBeFocusedAsync();
        Assert.Empty(visit.Faults);

        async Task TypeAsync(string name, string count)
        {
            await keys.TypeAsync(name);
            await keys.PressAsync("Enter");
            await Expect(page.GetByLabel("Quantity", new() { Exact = true })).ToBeFocusedAsync();
            await keys.TypeAsync(count);
            await keys.PressAsync("Enter");
        }
    }
}
