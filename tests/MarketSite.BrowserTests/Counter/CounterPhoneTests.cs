using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Counter;

/// <summary>What becomes of what a phone holds: it is lost by nothing that a person does, and nothing of it stays where it should not.</summary>
[Collection(typeof(AtTheStall))]
public sealed class CounterPhoneTests(Stall stall)
{
    private const string WhatIsKept =
        """
        async () => [
          ...(await indexedDB.databases()).map(database => database.name),
          ...await caches.keys(),
          ...(await navigator.serviceWorker.getRegistrations()).map(registration => registration.scope),
          ...document.cookie.split('; ').filter(cookie => cookie.startsWith('market-counter')),
        ]
        """;

    [Theory]
    [InlineData("Admin/counter")]
    [InlineData("my-account")]
    public async Task Signing_out_waits_until_the_market_has_it_all_and_then_leaves_nothing_on_the_phone(string page)
    {
        await using var till = await stall.OpenAsync();
        await HoldAsync(till);
        var other = await till.Phone.NewPageAsync();
        await till.Phone.SetOfflineAsync(false);
        await other.RouteAsync("**/entries", route => route.AbortAsync());
        await other.GotoAsync(page);
        await PressLogOutAsync(other);
        await Expect(other.Locator("[data-counter-note]")).ToContainTextAsync("This phone holds entries");

        await till.Page.UnrouteAsync("**/entries");
        await till.IsReadyAsync();
        await PressLogOutAsync(other);
        await Expect(till.Strip).ToContainTextAsync("You are signed out");
        await Expect(till.Page.Locator(".row")).ToHaveCountAsync(0);
        await Expect(other).Not.ToHaveURLAsync(new Regex(page + "$"));
        Assert.Empty(await other.EvaluateAsync<string[]>(WhatIsKept));
        stall.ForgetSession();
    }

    [Fact]
    public async Task A_session_that_expired_asks_to_sign_in_and_loses_nothing()
    {
        await using var till = await stall.OpenAsync();
        await HoldAsync(till);
        foreach (var cookie in (await till.Phone.CookiesAsync()).Where(cookie => cookie.Name != "market-counter"))
        {
            await till.Phone.ClearCookiesAsync(new() { Name = cookie.Name });
        }

        await till.Page.UnrouteAsync("**/entries");
        await till.Phone.SetOfflineAsync(false);
        await Expect(till.Strip).ToContainTextAsync("You are signed out. Nothing is lost");
        await Expect(till.Strip.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToHaveAttributeAsync("target", "_blank");

        await Stall.SignInAsync(await till.Phone.NewPageAsync());
        await till.Page.BringToFrontAsync();
        await till.IsReadyAsync();
    }

    [Fact]
    public async Task A_newer_page_is_taken_only_once_nothing_waits()
    {
        await using var till = await stall.OpenAsync();
        await HoldAsync(till);

        // The sentences are a part of the page: in another language it is another version.
        await till.Phone.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = "c=fr|uic=fr", Url = stall.Site.Address.ToString() }]);
        await till.Phone.SetOfflineAsync(false);
        await till.Page.EvaluateAsync("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }");
        await till.Page.Locator("#phone-open[data-update=yes]").ClickAsync();
        await Expect(till.Page.Locator("[data-key=update]")).ToBeDisabledAsync();
        await till.Page.ReloadAsync();
        await Expect(till.Page.Locator("#phone-open")).ToHaveTextAsync("This phone");

        await till.Page.UnrouteAsync("**/entries");
        await till.IsReadyAsync();
        await till.Page.Locator("#phone-open[data-update=yes]").ClickAsync();
        await till.Page.Locator("[data-key=update]").ClickAsync();
        await Expect(till.Page.Locator("#phone-open")).ToHaveTextAsync("Ce téléphone");
        await till.IsReadyAsync();
    }

    [Fact]
    public async Task A_memory_that_the_browser_has_cleared_is_noticed_and_what_waits_is_saved_as_a_file_before()
    {
        await using var till = await stall.OpenAsync();
        await HoldAsync(till);
        await till.Page.Locator("#phone-open").ClickAsync();
        var file = await till.Page.RunAndWaitForDownloadAsync(() => till.Page.Locator("[data-key=export]").ClickAsync());
        await using (var content = await file.CreateReadStreamAsync())
        {
            var entry = Assert.Single((await JsonDocument.ParseAsync(content, cancellationToken: TestContext.Current.CancellationToken)).RootElement.GetProperty("entries").EnumerateArray());
            Assert.Equal(200, entry.GetProperty("data").GetProperty("amount").GetInt64());
        }

        await till.Phone.SetOfflineAsync(false);
        await till.Page.GotoAsync("Login");
        await till.Page.EvaluateAsync("async () => { for (const { name } of await indexedDB.databases()) await new Promise(done => { indexedDB.deleteDatabase(name).onsuccess = done; }); }");
        await till.Page.GotoAsync(stall.Counter);
        await Expect(till.Strip).ToContainTextAsync("has cleared its memory, with 1 entry");
        await till.Strip.GetByRole(AriaRole.Button).ClickAsync();
        await till.IsReadyAsync();
    }

    [Fact]
    public async Task The_counter_has_no_barrier_and_does_not_scroll_sideways()
    {
        await using var till = await stall.OpenAsync("fr");
        await CheckAsync(till);
        await till.Page.Locator(".row").First.ClickAsync();
        await till.Sheet.Locator("summary").ClickAsync();
        await CheckAsync(till);
        await till.Sheet.Locator("[data-method=cheque]").ClickAsync();
        await CheckAsync(till);
        await till.Page.Keyboard.PressAsync("Escape");
        await till.Page.Locator("#phone-open").ClickAsync();
        await CheckAsync(till);
    }

    [Fact]
    public async Task A_payment_is_taken_by_the_keyboard_alone()
    {
        await using var till = await stall.OpenAsync();
        var keys = till.Page.Keyboard;
        await keys.TypeAsync("queue 36");
        await keys.PressAsync("Enter");
        await Expect(till.Sheet).ToBeVisibleAsync();
        await PressTabUntilAsync(till, "#amount");
        await keys.TypeAsync("4.50");
        await PressTabUntilAsync(till, "[data-method=cash]");
        await keys.PressAsync("Enter");
        await Expect(till.Sheet.Locator(".taken")).ToContainTextAsync("€4.50");
        await Expect(till.Sheet.Locator("[data-key=next]")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(till.Page.Locator("#search")).ToBeFocusedAsync();
        await till.IsReadyAsync();
    }

    // Takes a payment that cannot be sent.
    private static async Task HoldAsync(Till till)
    {
        await till.Page.RouteAsync("**/entries", route => route.AbortAsync());
        await till.Phone.SetOfflineAsync(true);
        await till.FindAsync("zo 35");
        await till.TakeAsync("cash", "2.00");
        await till.NextAsync();
        await Expect(till.Strip).ToContainTextAsync("1 entry waits");
    }

    private static async Task PressLogOutAsync(IPage page) => await page.EvaluateAsync("() => document.querySelector('form[action$=\"/Users/LogOff\" i]').requestSubmit()");

    private static async Task PressTabUntilAsync(Till till, string target)
    {
        for (var stop = 0; stop < 60; stop++)
        {
            await till.Page.Keyboard.PressAsync("Tab");
            if (await till.Page.Locator(target).EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"The tabulator key does not reach {target}.");
    }

    private static async Task CheckAsync(Till till)
    {
        await Barriers.CheckAsync(till.Page, "html", ColorScheme.Light, ColorScheme.Dark);
        await till.Page.SetViewportSizeAsync(320, 640);
        Assert.False(await till.Page.EvaluateAsync<bool>(
            "() => [document.documentElement, ...document.querySelectorAll('dialog[open]')].some(element => element.scrollWidth > element.clientWidth)"));
    }
}
