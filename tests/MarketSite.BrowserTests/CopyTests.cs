using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

public sealed class CopyTests(Market market)
{
    [Fact]
    public async Task What_a_transfer_needs_is_copied_without_its_spaces()
    {
        await using var visit = await market.VisitAsync("helene", Screen.Phone);
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.GoAsync("my-account");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the IBAN" }).ClickAsync();

        await Expect(visit.Page.Locator("#pay-by-transfer [role=status]")).ToHaveTextAsync("Copied: FR7630006000011234567890189");
        Assert.Equal("FR7630006000011234567890189", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Without_script_there_is_no_button_that_would_do_nothing()
    {
        await using var visit = await market.VisitAsync("helene", withScript: false);
        await visit.GoAsync("my-account");

        await Expect(visit.Page.Locator("#pay-by-transfer")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[data-copy]").First).ToBeHiddenAsync();
    }
}
