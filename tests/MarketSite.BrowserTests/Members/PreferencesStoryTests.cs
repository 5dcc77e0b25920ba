using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>A member chooses which mails come, one by one, by the keyboard alone.</summary>
public sealed class PreferencesStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.All), MemberType = typeof(Reader))]
    public async Task Mails_are_chosen_one_by_one_and_the_choice_stands(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        await using var visit = await reader.VisitAsync(await reader.RegisterAsync());
        await visit.GoAsync("my-account");
        await visit.FollowAsync(visit.Link(reader.Say("Mails to me", "Mes e-mails")));
        var (receipts, closing) = (visit.Page.Locator("#mail-receipts"), visit.Page.Locator("#mail-orders-closing"));
        await Expect(receipts).ToBeCheckedAsync();

        await visit.PressAsync(closing, "Space");
        await visit.PressAsync(receipts, "Space");
        await visit.FollowAsync(visit.Page.Locator("#mails").GetByRole(Microsoft.Playwright.AriaRole.Button));

        await Expect(visit.Message).ToContainTextAsync(reader.Say("Your choice of mails is kept.", "Votre choix d’e-mails est enregistré."));
        await visit.GoAsync("my-account/preferences");
        await Expect(receipts).Not.ToBeCheckedAsync();
        await Expect(closing).ToBeCheckedAsync();
        Assert.Empty(visit.Faults);
    }
}
