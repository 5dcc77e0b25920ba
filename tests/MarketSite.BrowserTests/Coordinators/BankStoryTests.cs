using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>A treasurer reads the bank's statement, posts what is certain, finds whose the rest is, and takes it back: on a phone and on a desktop.</summary>
public sealed class BankStoryTests(Market market)
{
    public static TheoryData<string> Screens => ["phone", "desktop"];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_statement_is_read_looked_at_posted_and_taken_back(string screen)
    {
        await using var visit = await market.VisitAsync("coordinator", screen == "phone" ? Screen.Phone : Screen.Desktop);
        await visit.GoAsync("Admin/payments/balances");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Nadia Roux" }).ClickAsync();
        await visit.Page.Locator("#statement").WaitForAsync();
        var (account, before) = (new Uri(visit.Page.Url).AbsolutePath, await visit.BalanceAsync());
        var reference = (await visit.Page.Locator(".market-number").Filter(new() { HasText = "RF" }).First.TextContentAsync())!.Trim();
        var stranger = "INCONNU" + Guid.NewGuid().ToString("n")[..6].ToUpperInvariant();

        await visit.ReadStatementAsync("statement.mt940", BankFiles.Mt940((17.01m, $"VIR SEPA {reference} {stranger}"), (3.02m, $"VIR {stranger} MERCI"), (-2.50m, $"FRAIS {stranger}")));
        await Expect(visit.Message).ToContainTextAsync("Nothing is posted yet.");
        await Expect(visit.Page.Locator("#lines li")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator("#lines input[type=checkbox]")).ToBeCheckedAsync();
        await FitsAsync(visit);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Post those ticked" }).ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("One line is posted.");
        await visit.GoAsync(account);
        Assert.Equal(before + 1701, await visit.BalanceAsync());

        // Whose the other one is, a person finds out, with the keyboard alone.
        await visit.Page.GoBackAsync();
        await visit.Page.Locator("[data-filter=Open]").ClickAsync();
        await visit.Page.Locator("#lines a[href*='/bank/line/']").First.ClickAsync();
        await visit.Page.GetByLabel("Whose is it?").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("roux");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#assign tbody tr")).ToHaveCountAsync(1);
        await FitsAsync(visit);
        await visit.Page.Locator("#assign input[inputmode=decimal]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-state=Posted]")).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "statement.mt940" }).ClickAsync();
        await visit.Page.Locator("[data-filter=Out]").ClickAsync();
        await visit.Page.Locator("#lines input[type=checkbox]").CheckAsync();
        await visit.Page.GetByLabel("Why those ticked are no client's").FillAsync("Bank charges");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ignore those ticked" }).ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("with your reason");

        await visit.Page.Locator("#undo-file summary").ClickAsync();
        await visit.Page.Locator("#undo-reason").FillAsync("The wrong file");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("2 lines of it reversed");
        await visit.GoAsync(account);
        Assert.Equal(before, await visit.BalanceAsync());
        Assert.Empty(visit.Faults);
    }

    // On the narrowest phone there is.
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
