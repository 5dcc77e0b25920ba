using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>A treasurer moves members in, from the file to the mails, and takes the balances back: on a phone and on a desktop.</summary>
public sealed class MovingInStoryTests(Market market)
{
    public static TheoryData<string> Screens => ["phone", "desktop"];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Members_are_looked_at_moved_in_written_to_and_taken_back(string screen)
    {
        await using var visit = await market.VisitAsync(Market.Admin, screen == "phone" ? Screen.Phone : Screen.Desktop);
        var name = "moved" + Guid.NewGuid().ToString("n")[..8];
        string File(string second) => $"Prénom;Nom;Courriel;Solde\nZoé;{name};{name}@example.org;12,50\nJean;{name};{second};-30,00\n";

        // A fault is named, and nothing can be moved in.
        await visit.BringAsync(File("jean at example.org"));
        await Expect(visit.Page.GetByLabel("Mail address")).ToHaveValueAsync("2");
        await LookAsync(visit);
        await Expect(visit.Page.Locator("#faults li")).ToHaveTextAsync("Line 3: This is no mail address: jean at example.org");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move them in" })).ToHaveCountAsync(0);

        // Mended, it is compared with the former system, which counts the other way round.
        await visit.BringAsync(File("jean." + name + "@example.org"));
        await visit.Page.GetByLabel("owes", new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("What all balances come to").FillAsync("20");
        await LookAsync(visit);
        await Expect(visit.Page.Locator("#ties")).ToContainTextAsync("a difference of -€2.50");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Correct the columns" }).ClickAsync();
        await visit.Page.GetByLabel("has in reserve (as in Cagette)").CheckAsync();
        await visit.Page.GetByLabel("What all balances come to").FillAsync("-17.50");
        await LookAsync(visit);
        await Expect(visit.Page.Locator("#ties")).ToHaveTextAsync("It is what the former system says.");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move them in" }).ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("2 people are moved in.");
        await Expect(visit.Page.Locator("#moved li")).ToHaveCountAsync(2);
        await FitsAsync(visit);

        // The mails go out once the page is answered; it is looked at until it says so.
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send the welcome mails" }).ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("The mails are being sent.");
        for (var patience = 60; patience > 0 && await visit.Page.Locator("[data-written='2']").CountAsync() == 0; patience--)
        {
            await visit.Page.ReloadAsync();
        }

        await Expect(visit.Page.Locator("[data-written='2']")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send the welcome mails" })).ToHaveCountAsync(0);

        await visit.Page.GetByLabel("Reason").FillAsync("The wrong day");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reverse all balances of this file" }).ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("2 balances are reversed.");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Zoé " + name }).ClickAsync();
        Assert.Equal(0, await visit.BalanceAsync());
        Assert.Equal(2, await visit.OperationsAsync());
        Assert.Empty(visit.Faults);
    }

    private static async Task LookAsync(Visit visit)
    {
        await FitsAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show what would be moved in" }).ClickAsync();
        await visit.Page.Locator("#people").WaitForAsync();
        await FitsAsync(visit);
    }

    // On the narrowest phone there is. A desktop's menu, which is open, does not fold when its window is made narrow.
    private static async Task FitsAsync(Visit visit)
    {
        var screen = visit.Page.ViewportSize!;
        if (screen.Width > Screen.Phone.Width)
        {
            return;
        }

        await visit.Page.SetViewportSizeAsync(320, screen.Height);
        Assert.False(await visit.ScrollsSidewaysAsync(), await visit.WhatSticksOutAsync());
        await visit.Page.SetViewportSizeAsync(screen.Width, screen.Height);
    }
}
