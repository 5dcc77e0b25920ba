using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>A fee for many accounts: proposed on a phone, approved by somebody else at a desk, and undone.</summary>
public sealed class FeeStoryTests(Market market)
{
    private static readonly ViewportSize Small = new() { Width = 320, Height = 640 };

    [Fact]
    public async Task A_fee_is_proposed_on_a_phone_approved_at_a_desk_and_undone()
    {
        await using var phone = await market.VisitAsync(Market.Coordinator, Small);
        await phone.GoAsync("Admin/payments/fees");
        await LooksWellAsync(phone);
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "New fee or correction" }).ClickAsync();
        await LooksWellAsync(phone);
        await phone.Page.GetByLabel("What for").FillAsync("Season of the browser");
        await phone.Page.GetByLabel("Amount for each account").FillAsync("900");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(phone.Page.Locator("#fee-lines")).ToBeVisibleAsync();
        await LooksWellAsync(phone);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Propose for" }).ClickAsync();
        await Expect(phone.Page.Locator("#run-state")).ToHaveAttributeAsync("data-state", "Proposed");
        await LooksWellAsync(phone);
        var address = new Uri(phone.Page.Url).AbsolutePath;

        await using var desk = await market.VisitAsync(Market.Admin);
        await desk.GoAsync(address);
        await LooksWellAsync(desk);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve and post" }).ClickAsync();
        await Expect(desk.Page.Locator("#run-state")).ToHaveAttributeAsync("data-state", "Posted");
        await LooksWellAsync(desk);

        await phone.GoAsync(address);
        await phone.Page.Locator("#undo-reason").FillAsync("It was a test");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(phone.Page.Locator("#run-state")).ToHaveAttributeAsync("data-state", "Undone");
        await LooksWellAsync(phone);
        Assert.Empty(phone.Faults.Concat(desk.Faults));
    }

    [Fact]
    public async Task The_page_of_the_year_reads_on_a_phone_and_prints_without_its_menus()
    {
        await using var visit = await market.VisitAsync(Market.Admin, Small);
        await visit.GoAsync("Admin/payments/year");
        await LooksWellAsync(visit);

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(visit.Page.Locator("#carried")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#lock")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#ta-left-sidebar")).ToBeHiddenAsync();
        Assert.Empty(visit.Faults);
    }

    private static async Task LooksWellAsync(Visit visit)
    {
        var size = visit.Page.ViewportSize!;
        Assert.False(await visit.ScrollsSidewaysAsync(), await visit.WhatSticksOutAsync());
        await Barriers.CheckAsync(visit.Page, ".ta-content", ColorScheme.Light);
        await visit.Page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
