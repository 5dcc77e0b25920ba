using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

public sealed class PaymentFormTests(Market market)
{
    [Fact]
    public async Task A_method_asks_for_its_own_details_only_once_it_is_chosen()
    {
        await using var visit = await market.VisitAsync(Market.Coordinator);
        await visit.GoAsync(await market.FindAsync("payment"));
        var chequeNumber = visit.Page.GetByLabel("Cheque number");
        var ticket = visit.Page.Locator("#detail-terminal-ticket");
        await Expect(chequeNumber).ToBeHiddenAsync();
        await Expect(ticket).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Cheque" }).CheckAsync();
        await Expect(chequeNumber).ToBeVisibleAsync();
        await Expect(ticket).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Card" }).CheckAsync();
        await Expect(chequeNumber).ToBeHiddenAsync();
        await Expect(ticket).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Cash" }).CheckAsync();
        await Expect(chequeNumber).ToBeHiddenAsync();
        await Expect(ticket).ToBeHiddenAsync();
        Assert.Empty(visit.Faults);
    }
}
