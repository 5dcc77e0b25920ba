using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

public sealed class DoubleClickTests(Market market)
{
    [Fact]
    public async Task A_double_click_on_Record_the_payment_posts_once()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator);
        await visit.GoAsync("Admin/payments/balances?search=lucie");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Lucie Martin" }).ClickAsync();
        await visit.Page.Locator("#statement").WaitForAsync();
        var balance = await visit.BalanceAsync();
        var operations = await visit.OperationsAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Record a payment" }).ClickAsync();
        await visit.Page.GetByLabel("Amount").FillAsync("3.50");
        await visit.Page.GetByLabel("Cash").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).DblClickAsync();

        await visit.Page.Locator("#statement").WaitForAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#statement tbody tr")).ToHaveCountAsync(operations + 1);
        Assert.Equal(balance + 350, await visit.BalanceAsync());
        Assert.Empty(visit.Faults);
    }
}
