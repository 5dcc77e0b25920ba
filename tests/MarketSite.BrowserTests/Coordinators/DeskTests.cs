using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>The coordinator's desk: the search by keys alone, and charts that are drawn.</summary>
public sealed class DeskTests(Market market)
{
    [Fact]
    public async Task One_key_finds_a_member_and_enter_leads_there()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator);
        await visit.GoAsync("Admin/payments/pending");
        await visit.Page.Keyboard.PressAsync("Control+k");
        var search = visit.Page.GetByRole(AriaRole.Combobox);
        await Expect(search).ToBeFocusedAsync();

        await visit.Page.Keyboard.TypeAsync("helene f");
        var first = visit.Page.GetByRole(AriaRole.Option, new() { Name = "Hélène Faure" });
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(search).ToHaveAttributeAsync("aria-activedescendant", (await first.GetAttributeAsync("id"))!);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(search).ToBeHiddenAsync();

        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Keyboard.TypeAsync("cl");
        await Expect(visit.Page.GetByRole(AriaRole.Option).Nth(1)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Page.GetByRole(AriaRole.Option).Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("Control+a");
        await visit.Page.Keyboard.TypeAsync("hélène faure");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#statement")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Hélène Faure" })).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Trends_are_drawn_and_their_tables_open()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator);
        await visit.GoAsync("Admin/trends");

        await Expect(visit.Page.Locator("#trend-debt canvas")).ToBeVisibleAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => Chart.getChart(document.querySelector('#trend-debt canvas')).data.datasets.length === 2"));
        await visit.Page.Locator("#trend-debt summary").ClickAsync();
        await Expect(visit.Page.Locator("#trend-debt tbody tr")).ToHaveCountAsync(6);
        Assert.Empty(visit.Faults);
    }
}
