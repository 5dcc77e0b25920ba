using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

/// <summary>No mouse: the tabulator key moves, and wherever it stops can be seen.</summary>
public sealed class KeyboardTests(Market market)
{
    [Fact]
    public async Task An_order_is_filled_and_sent_by_the_keyboard()
    {
        await using var visit = await market.VisitAsync("paul");
        await visit.GoAsync("order");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "One more: Carottes" }));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Poireaux" }));
        await visit.Page.Keyboard.TypeAsync("3");
        await Expect(visit.Page.Locator("[data-total]")).ToHaveTextAsync("€12.80");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check my order" }));
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "My basket" })).ToBeVisibleAsync();
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Order – you must pay" }));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Message).ToContainTextAsync("Your order is noted: €12.80.");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_payment_is_filled_and_sent_by_the_keyboard()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator);
        await visit.GoAsync("Admin/payments/balances?search=karim");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Karim Benali" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Record a payment" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Record a payment" })).ToBeVisibleAsync();

        await visit.TabToAsync(visit.Page.GetByLabel("Amount"));
        await visit.Page.Keyboard.TypeAsync("20");
        await visit.TabToAsync(visit.Page.GetByLabel("Cash"));
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Cheque" })).ToBeCheckedAsync();
        await visit.TabToAsync(visit.Page.GetByLabel("Cheque number"));
        await visit.Page.Keyboard.TypeAsync("0000042");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#statement tbody tr").Filter(new() { HasText = "0000042" })).ToContainTextAsync("€20.00");
        Assert.Empty(visit.Faults);
    }
}
