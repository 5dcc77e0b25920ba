using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>A member pays by card on a phone, over Stripe's page and back, whichever comes first: the browser or the webhook.</summary>
public sealed class CardStoryTests(Market market)
{
    private const string Member = "ines";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_member_pays_by_card_and_comes_back(bool isWebhookFirst)
    {
        await using var phone = await market.VisitAsync(Member, Screen.Phone);
        var before = await phone.MyBalanceAsync();
        var page = phone.Page;

        await phone.AskToPayByCardAsync("12.50");
        var sessionId = new Uri(page.Url).Segments[^1];
        if (isWebhookFirst)
        {
            var session = market.Stripe.Pay(sessionId);
            await market.HearAsync("checkout.session.completed", session);
            await page.GotoAsync((string)session["success_url"]!);
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Pay" }).ClickAsync();
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Payment received" })).ToBeVisibleAsync();
        await page.Locator("#card-payment").GetByRole(AriaRole.Link, new() { Name = "My account" }).ClickAsync();
        await Expect(page.Locator("#statement li").First).ToContainTextAsync("Card online");
        Assert.Equal(before + 1250, await phone.MyBalanceAsync());

        await market.HearAsync("checkout.session.completed", market.Stripe.Get(sessionId));
        Assert.Equal(before + 1250, await phone.MyBalanceAsync());
        Assert.DoesNotContain(phone.Faults, fault => !fault.Contains(market.Stripe.Address.Authority, StringComparison.Ordinal));
    }
}
