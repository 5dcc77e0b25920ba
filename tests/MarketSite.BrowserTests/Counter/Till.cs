using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Counter;

/// <summary>A phone at the counter, and what its person does.</summary>
public sealed class Till : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = new();

    public Till(IBrowserContext phone, IPage page)
    {
        (Phone, Page) = (phone, page);
        page.PageError += (_, error) => _faults.Enqueue(error);
    }

    public IBrowserContext Phone { get; }

    public IPage Page { get; }

    /// <summary>What stands on top.</summary>
    public ILocator Strip => Page.Locator("#strip");

    /// <summary>The member that is open.</summary>
    public ILocator Sheet => Page.Locator("#sheet");

    public Task IsReadyAsync() => Expect(Strip).ToHaveClassAsync("ready");

    /// <summary>Opens the member that letters of the name, or the account's number, find alone.</summary>
    public async Task FindAsync(string text)
    {
        await Page.Locator("#search").FillAsync(text);
        await Page.Locator("#search").PressAsync("Enter");
        await Expect(Sheet).ToBeVisibleAsync();
    }

    /// <summary>Takes what is shown, or the amount given, by a method.</summary>
    public async Task TakeAsync(string method, string? amount = null, string? cheque = null)
    {
        if (amount is not null)
        {
            await Sheet.Locator("#amount").FillAsync(amount);
        }

        await Sheet.Locator($"[data-method='{method}']").ClickAsync();
        if (cheque is not null)
        {
            await Sheet.Locator("[name='cheque-number']").FillAsync(cheque);
            await Sheet.Locator("[name='cheque-bank']").FillAsync("Crédit Agricole");
            await Sheet.Locator(".fields .btn.main").First.ClickAsync();
        }

        await Expect(Sheet.Locator(".taken")).ToBeVisibleAsync();
    }

    public async Task NextAsync()
    {
        await Sheet.Locator("[data-key=next]").ClickAsync();
        await Expect(Page.Locator("#search")).ToHaveValueAsync(string.Empty);
        await Expect(Page.Locator("#search")).ToBeFocusedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Phone.DisposeAsync();
        Assert.Empty(_faults);
    }
}
