using Deque.AxeCore.Commons;
using Market.Stall.Tests.Fixtures;
using MarketSite.BrowserTests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Market.Stall.Tests;

/// <summary>The stall as people meet it: on a phone, by tap and by key, in light and dark.</summary>
public sealed class BrowserTests(OpenStall open)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string> Pages => ["home", "empty search", "account that owes", "account that holds", "new account", "order", "changed order", "payment", "wrong payment", "reversal", "new client", "settings", "books", "not found"];

    [Fact]
    public async Task A_market_day_on_a_phone()
    {
        await using var stall = await StallProcess.StartAsync();
        await using var visit = await open.VisitAsync(stall: stall);
        var page = visit.Page;
        await visit.GoAsync("");
        await page.GetByRole(AriaRole.Link, new() { Name = "Choose them in the settings." }).ClickAsync();
        await page.GetByLabel("Cash").CheckAsync();
        await page.GetByLabel("Cheque").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("The payment settings are saved.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Balances" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New client" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Claire Dubois");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the account" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Record an order" }).ClickAsync();
        await page.GetByLabel("Amount").FillAsync("22,40");
        await page.GetByLabel("Note").FillAsync("Leeks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the order" }).ClickAsync();
        await Expect(page.Locator("#done")).ToHaveTextAsync("The order is recorded for Claire Dubois. The balance is now -€22.40.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Record a payment" }).ClickAsync();
        await Expect(page.GetByLabel("Amount")).ToHaveValueAsync("22.40");
        await Expect(page.GetByLabel("Transfer")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Cheque number")).ToBeHiddenAsync();
        await page.GetByLabel("Cheque", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Cheque number").FillAsync("0004512");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).ClickAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync("The balance is now €0.00.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Reverse" }).First.ClickAsync();
        await page.GetByLabel("Reason").FillAsync("The cheque came back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reverse" }).ClickAsync();
        await Expect(page.Locator("#done")).ToHaveTextAsync("The operation is reversed. The balance is now -€22.40.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Books" }).ClickAsync();
        await Expect(page.Locator("#books")).ToContainTextAsync("The books hold: every line, hash and seal. Operations: 3; accounts: 1.");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_double_tap_records_once()
    {
        await using var visit = await open.VisitAsync();
        using var client = open.Stall.NewClient();
        var account = await client.OpenAsync();
        await visit.GoAsync(account[1..] + "/payment");
        await visit.Page.GetByLabel("Amount").FillAsync("3.50");
        await visit.Page.GetByLabel("Cash").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).DblClickAsync();
        await visit.Page.Locator("#done").WaitForAsync();
        await visit.Page.ReloadAsync();
        Assert.Equal(350, await visit.BalanceAsync());
        await visit.Page.GoBackAsync();
        Assert.Equal((350, 1), await client.StandingAsync(account));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_form_that_was_open_when_the_stall_was_killed_is_sent_after()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        var account = await client.OpenAsync();
        await using var visit = await open.VisitAsync(stall: stall);
        await visit.GoAsync(account[1..] + "/payment");
        await visit.Page.GetByLabel("Amount").FillAsync("3.50");

        await stall.RestartAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).ClickAsync();
        await Expect(visit.Page.Locator("#done")).ToContainTextAsync("Payment of €3.50 recorded");
        Assert.Equal((350, 1), await client.StandingAsync(account));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_payment_is_recorded_by_the_keyboard()
    {
        await using var visit = await open.VisitAsync(Screen.Desktop);
        using var client = open.Stall.NewClient();
        var account = await client.OpenAsync();
        await visit.GoAsync(account[1..] + "/payment");
        await visit.TabToAsync(visit.Page.GetByLabel("Amount"));
        await visit.Page.Keyboard.TypeAsync("20");
        await visit.TabToAsync(visit.Page.GetByLabel("Cash"));
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.TabToAsync(visit.Page.GetByLabel("Cheque number"));
        await visit.Page.Keyboard.TypeAsync("42");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }));
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#statement li")).ToContainTextAsync("Cheque 42");
        Assert.Equal((2000, 1), await client.StandingAsync(account));
    }

    [Fact]
    public async Task The_language_chosen_in_the_header_stays()
    {
        await using var visit = await open.VisitAsync();
        await visit.GoAsync("");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "FR" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Solde des clients" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Livres" }).ClickAsync();
        await Expect(visit.Page.Locator("#books")).ToContainTextAsync("Les livres sont justes");
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_barrier_and_does_not_scroll_sideways(string name)
    {
        var barriers = new List<string>();
        foreach (var language in new[] { "en-GB", "fr" })
        {
            await using var visit = await open.VisitAsync(Screen.Narrow, language);
            await GoToAsync(visit, name);
            Assert.False(await visit.ScrollsSidewaysAsync(), await visit.WhatSticksOutAsync());
            await visit.Page.EvaluateAsync(Axe);
            foreach (var screen in new[] { Screen.Narrow, Screen.Desktop })
            {
                await visit.Page.SetViewportSizeAsync(screen.Width, screen.Height);
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                    barriers.AddRange((await BarriersAsync(visit)).Select(barrier => $"{language}, {screen.Width} px, {scheme}: {barrier}"));
                }
            }

            if (name is not "not found")
            {
                Assert.Empty(visit.Faults);
            }
        }

        Assert.True(barriers.Count == 0, string.Join(Environment.NewLine, barriers));
    }

    private static async Task GoToAsync(Visit visit, string name)
    {
        var owes = name is "account that holds" ? "Amélie" : name is "new account" ? "Lucie" : "Claire";
        await visit.GoAsync(name switch { "settings" => "Settings", "books" => "Books", "new client" => "client", "not found" => "nowhere", "empty search" => "?Search=nobody", _ => "" });
        if (name.Contains("account", StringComparison.Ordinal) || name is "order" or "changed order" or "payment" or "wrong payment" or "reversal")
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = owes }).ClickAsync();
            await visit.Page.Locator("#statement").WaitForAsync();
        }

        var link = name switch
        {
            "order" => ".pay a[href$='/order']",
            "changed order" => "#made-of a",
            "payment" or "wrong payment" => ".pay a[href$='/payment']",
            "reversal" => "#statement a",
            _ => null,
        };
        if (link is not null)
        {
            await visit.Page.Locator(link).First.ClickAsync();
            await visit.Page.Locator("form [name=Key]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        if (name is "wrong payment")
        {
            await visit.Page.Locator("#method-cheque").CheckAsync();
            await visit.Page.Locator("#Amount").FillAsync("x");
            await visit.Page.Locator("main button[type=submit]").ClickAsync();
            await visit.Page.Locator(".field-validation-error").WaitForAsync();
        }
    }

    private static Task<string[]> BarriersAsync(Visit visit) => visit.Page.EvaluateAsync<string[]>(
        """
        async () => {
          const result = await axe.run('html', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
          if (result.passes.length === 0) throw new Error('axe looked at nothing');
          return result.violations
            .filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.id}, ${violation.help}: ${node.html}`));
        }
        """);
}
