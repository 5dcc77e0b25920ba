using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>A coordinator chooses what to be told of, by the keyboard alone, and may take it back.</summary>
public sealed class AlertsStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.Each), MemberType = typeof(Reader))]
    public async Task What_a_coordinator_wants_to_be_told_of_stands_until_they_change_it(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        await using var visit = await reader.VisitAsync(Market.Coordinator);
        var (reversed, byMail) = (visit.Page.Locator("#alert-payment-reversed"), visit.Page.Locator("#alert-mail"));

        await ChooseAsync();
        await Expect(reversed).ToBeCheckedAsync();
        await Expect(byMail).ToBeCheckedAsync();
        await ChooseAsync();
        await Expect(reversed).Not.ToBeCheckedAsync();
        Assert.Empty(visit.Faults);

        async Task ChooseAsync()
        {
            await visit.GoAsync("Admin/alerts");
            await visit.PressAsync(reversed, "Space");
            await visit.PressAsync(byMail, "Space");
            await visit.FollowAsync(visit.Page.Locator("#alerts").GetByRole(AriaRole.Button));
            await Expect(visit.Message).ToContainTextAsync(reader.Say("Your alerts are saved.", "Vos alertes sont enregistrées."));
            await visit.GoAsync("Admin/alerts");
        }
    }
}
