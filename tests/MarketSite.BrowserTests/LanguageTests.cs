using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

public sealed class LanguageTests(Market market)
{
    [Fact]
    public async Task The_language_chosen_in_the_header_stays_on_the_next_page()
    {
        await using var visit = await market.VisitAsync("helene", Screen.Phone);
        await visit.GoAsync("");
        await ExpectLanguageAsync(visit, "en", "Our producers");

        await ChooseAsync(visit, "FR");
        await ExpectLanguageAsync(visit, "fr", "Nos producteurs");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Mon compte" }).ClickAsync();
        await ExpectLanguageAsync(visit, "fr", "Relevé");

        await ChooseAsync(visit, "EN");
        await ExpectLanguageAsync(visit, "en", "Statement");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Order", Exact = true }).ClickAsync();
        await ExpectLanguageAsync(visit, "en", "Order for");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_browser_that_asks_for_a_country_s_French_gets_French()
    {
        await using var visit = await market.VisitAsync(language: "fr-CA");
        await visit.GoAsync("");
        await ExpectLanguageAsync(visit, "fr", "Nos producteurs");
    }

    private static Task ChooseAsync(Visit visit, string language) =>
        visit.Page.Locator(".languages").GetByRole(AriaRole.Link, new() { Name = language, Exact = true }).ClickAsync();

    private static async Task ExpectLanguageAsync(Visit visit, string language, string heading)
    {
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading }).First).ToBeVisibleAsync();
    }
}
