using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>A member orders and pays, changes the order and gives it up: what the screens show agrees at every step.</summary>
public sealed class OrderingStoryTests(Market market)
{
    private const string Member = "member";

    private const string Name = "Claire Dubois";

    [Fact]
    public async Task An_order_is_owed_paid_changed_and_given_back()
    {
        await using var phone = await market.VisitAsync(Member, Screen.Phone);
        var before = await phone.MyBalanceAsync();

        // The member orders with the + buttons; the running total follows.
        await phone.GoAsync("order");
        await OneMoreAsync(phone, "Carottes");
        await ExpectTotalAsync(phone, "€2.60");
        await OneMoreAsync(phone, "Carottes");
        await OneMoreAsync(phone, "Brioche");
        await ExpectTotalAsync(phone, "€10.70");
        await CheckAsync(phone);
        await Barriers.CheckAsync(phone.Page, "html", ColorScheme.Light, ColorScheme.Dark);
        await Expect(phone.Page.Locator("#after")).ToHaveAttributeAsync("data-minor-units", $"{before - 1070}");
        await OrderAsync(phone);
        await Expect(phone.Message).ToContainTextAsync("Your order is noted: €10.70. It is on your account.");
        Assert.Equal(before - 1070, await phone.MyBalanceAsync());
        await Expect(phone.Page.Locator("#balance")).ToContainTextAsync("To pay");

        // The coordinator finds the member by name and records the proposed amount in cash.
        await using var desk = await market.VisitAsync(Market.Coordinator);
        await desk.GoAsync("Admin/payments/balances");
        await desk.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("dubois");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(desk.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Record a payment" }).ClickAsync();
        await Expect(desk.Page.GetByLabel("Amount")).ToHaveValueAsync(((1070 - before) / 100m).ToString("F2", CultureInfo.InvariantCulture));
        await desk.Page.GetByLabel("Cash").CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).ClickAsync();
        await Expect(desk.Message).ToContainTextAsync($"recorded for {Name}. The balance is now €0.00.");
        Assert.Equal(0, await desk.BalanceAsync());
        Assert.Equal(0, await phone.MyBalanceAsync());
        await Expect(phone.Page.Locator("#balance")).ToContainTextAsync("Settled");

        // A changed order posts the difference.
        await phone.GoAsync("order");
        await OneMoreAsync(phone, "Brioche");
        await ExpectTotalAsync(phone, "€16.20");
        await CheckAsync(phone);
        await OrderAsync(phone);
        await Expect(phone.Message).ToContainTextAsync("€16.20");
        Assert.Equal(-550, await phone.MyBalanceAsync());

        // A cancelled order gives all of it back.
        await phone.GoAsync("order");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel my order" }).ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, cancel it" }).ClickAsync();
        await Expect(phone.Message).ToContainTextAsync("Your order is cancelled.");
        Assert.Equal(1070, await phone.MyBalanceAsync());
        await Expect(phone.Page.Locator("#balance")).ToContainTextAsync("Credit");

        Assert.Empty(phone.Faults);
        Assert.Empty(desk.Faults);
    }

    private static Task OneMoreAsync(Visit visit, string product) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = "One more: " + product }).ClickAsync();

    private static Task CheckAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check my order" }).ClickAsync();

    private static Task OrderAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Order – you must pay" }).ClickAsync();

    private static Task ExpectTotalAsync(Visit visit, string total) => Expect(visit.Page.Locator("[data-total]")).ToHaveTextAsync(total);
}
