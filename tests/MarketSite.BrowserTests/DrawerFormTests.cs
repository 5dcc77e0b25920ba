using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

/// <summary>A drawer is counted without arithmetic by hand, by the keyboard alone.</summary>
public sealed class DrawerFormTests(Market market)
{
    [Fact]
    public async Task Notes_and_coins_are_summed_as_they_are_typed_and_the_drawer_is_closed_by_the_keyboard()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator, Screen.Phone);
        var drawer = await visit.OpenDrawerAsync();
        await visit.GoAsync(drawer + "/close");
        var expected = decimal.Parse((await visit.Page.Locator("#expected").GetAttributeAsync("data-minor-units"))!, CultureInfo.InvariantCulture) / 100;
        await visit.TabToAsync(visit.Page.GetByText("Count by notes and coins", new() { Exact = true }));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.TabToAsync(visit.Page.GetByLabel("€20.00"));
        await visit.Page.Keyboard.TypeAsync("2");
        await visit.TabToAsync(visit.Page.GetByLabel("€0.50"));
        await visit.Page.Keyboard.TypeAsync("15");
        var counted = visit.Page.Locator("[data-sum]");
        await Expect(counted).ToHaveValueAsync("47.50");
        await Expect(visit.Page.Locator("#difference")).ToHaveTextAsync(Signed(47.50m - expected));

        await visit.TabToAsync(visit.Page.GetByLabel("Of it goes to the bank"));
        await visit.Page.Keyboard.TypeAsync("40");
        await Expect(visit.Page.Locator("#stays")).ToHaveTextAsync("€7.50");
        await visit.TabToAsync(visit.Page.GetByLabel("Why there is a difference"));
        await visit.Page.Keyboard.TypeAsync("Change");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#counted")).ToHaveTextAsync("€7.50");
        Assert.Empty(visit.Faults);
    }

    private static string Signed(decimal euros) => (euros > 0 ? "+€" : "-€") + Math.Abs(euros).ToString("0.00", CultureInfo.InvariantCulture);
}
