using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MarketSite.BrowserTests;

/// <summary>A window of the browser, and what went wrong in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What happens in the window is told on a thread of its own.
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<IRequest> _sinceLoad = new();
    private readonly IBrowserContext _context;
    private readonly Uri _site;

    private Visit(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        _site = site;
        Page = page;
        page.Console += (_, message) => NoteIf(message.Type == "error", $"{page.Url} wrote to the console: {message.Text}");
        page.PageError += (_, error) => NoteIf(true, $"{page.Url} threw: {error}");
        page.Load += (_, _) => _sinceLoad.Clear();
        page.Request += (_, request) => _sinceLoad.Enqueue(request);
        page.Request += (_, request) => NoteIf(!IsHere(request), $"{page.Url} asked elsewhere: {request.Url}");
        page.Response += (_, response) => NoteIf(response.Status >= 400, $"{page.Url}: {response.Status} {response.Url}");

        // A page that is left breaks off what it still loads; nothing is wrong then.
        page.RequestFailed += (_, request) => NoteIf(request.Failure != "net::ERR_ABORTED", $"{page.Url}: {request.Failure} {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors of the console, failed requests and requests to other hosts.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<Visit> StartAsync(IBrowserContext context, Uri site) => new(context, await context.NewPageAsync(), site);

    /// <summary>Opens an address of the site and gives its status.</summary>
    public async Task<int> GoAsync(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>Waits until the page that has loaded has its fonts, its scripts have had their turn, and what they asked for is answered.</summary>
    public async Task SettleAsync()
    {
        await Page.EvaluateAsync(
            """
            async () => {
              await document.fonts.ready;
              await new Promise(done => requestIdleCallback(() => requestIdleCallback(done, { timeout: 1000 }), { timeout: 1000 }));
            }
            """);
        foreach (var request in _sinceLoad)
        {
            try
            {
                await request.ResponseAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"{Page.Url} asked for {request.Url} and had no answer.");
            }
        }
    }

    public async Task SignInAsync(string person, string password)
    {
        await GoAsync("Login");
        await Page.GetByLabel("Username or email address").FillAsync(person);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Log out" })).ToBeVisibleAsync();
    }

    /// <summary>What the site says about the form that was just sent.</summary>
    public ILocator Message => Page.Locator(".alert, .toast, [class*='message-']").First;

    /// <summary>Opens a cash drawer, of a name that no other has unless one is given.</summary>
    /// <returns>The path of its page.</returns>
    public async Task<string> OpenDrawerAsync(string? name = null)
    {
        await GoAsync("Admin/payments/drawers/open");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name ?? "Till " + Guid.NewGuid().ToString("n")[..8]);
        await Page.GetByLabel("Float before the distribution").FillAsync("50");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open a drawer" }).ClickAsync();
        await Page.Locator("#movements").WaitForAsync();
        return new Uri(Page.Url).AbsolutePath;
    }

    /// <summary>Brings a file to move in from, which leads to the page of its columns.</summary>
    public async Task BringAsync(string text)
    {
        await GoAsync("Admin/payments/moving-in");
        await Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "members.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look at the file" }).ClickAsync();
        await Page.Locator("#columns").WaitForAsync();
    }

    /// <summary>Has the bank's page read a file.</summary>
    public async Task ReadStatementAsync(string name, string text)
    {
        await GoAsync("Admin/payments/bank");
        await Page.GetByLabel("Statement from your bank").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        if (await Page.GetByLabel("This account is the market's").CountAsync() > 0)
        {
            await Page.GetByLabel("This account is the market's").CheckAsync();
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Read the statement" }).ClickAsync();
        await Page.Locator("#lines, #mapping").WaitForAsync();
    }

    /// <summary>The balance, in cents, of the page of an account.</summary>
    public async Task<long> BalanceAsync() =>
        long.Parse((await Page.Locator("#balance").GetAttributeAsync("data-minor-units"))!, CultureInfo.InvariantCulture);

    /// <summary>The balance, in cents, that My account shows to the member who is signed in.</summary>
    public async Task<long> MyBalanceAsync()
    {
        await GoAsync("my-account");
        return await BalanceAsync();
    }

    /// <summary>Asks to pay an amount by card, which leads to Stripe's page.</summary>
    public async Task AskToPayByCardAsync(string amount)
    {
        await GoAsync("my-account");
        await Page.GetByLabel("Another amount:").CheckAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Another amount" }).FillAsync(amount);
        await Page.Locator("#pay-by-card").GetByRole(AriaRole.Button, new() { Name = "Pay by card" }).ClickAsync();
        await ArriveAsync("/pay/cs_test_");
    }

    /// <summary>Pays an amount by card, over Stripe's page and back.</summary>
    /// <returns>The path of the page that the browser comes back to.</returns>
    public async Task<string> PayByCardAsync(string amount)
    {
        await AskToPayByCardAsync(amount);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pay" }).ClickAsync();
        await ArriveAsync("/pay/card/return/");
        return new Uri(Page.Url).AbsolutePath;
    }

    // Looked at again and again: an event that came before anybody waited for it is never seen.
    private Task ArriveAsync(string part) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)));

    /// <summary>Waits until the browser has read the page to its end, by the page's own word.</summary>
    public Task ReadAsync() => Page.EvaluateAsync(
        "() => document.readyState === 'loading' ? new Promise(done => document.addEventListener('DOMContentLoaded', () => done())) : null");

    /// <summary>How many operations the statement of an account's page lists.</summary>
    public async Task<int> OperationsAsync()
    {
        await ReadAsync();
        return await Page.Locator("#statement tbody tr").CountAsync();
    }

    /// <summary>Whether the page can be scrolled sideways.</summary>
    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>The first elements that stick out to the right of the window.</summary>
    public async Task<string> WhatSticksOutAsync() => string.Join(Environment.NewLine, await Page.EvaluateAsync<string[]>(
        """
        () => {
          return [...document.body.querySelectorAll('*')]
            .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth)
            .map(element => element.outerHTML.slice(0, 160))
            .slice(0, 5);
        }
        """));

    /// <summary>
    /// Moves the focus by the tabulator key until it is where it should be; every stop on the way must show it, but for those in the
    /// menus of Orchard's admin, some of which do not.
    /// </summary>
    public async Task TabToAsync(ILocator target)
    {
        const int MostStops = 150;
        await NoteLooksAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await Page.Keyboard.PressAsync("Tab");
            Assert.True(await ShowsFocusAsync(), "The focus cannot be seen on " + await Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"The tabulator key does not reach {target}.");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    // How everything that can be focused looks without the focus. It cannot be taken away to compare: a date's parts would begin again.
    private async Task NoteLooksAsync() => await Page.EvaluateAsync(
        """
        () => {
          window.lookOf = element => {
            const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
            return [outlineStyle !== 'none' && outlineWidth, boxShadow, borderColor, backgroundColor].join();
          };
          window.plainLooks ??= new Map([...document.querySelectorAll('a, button, input, select, textarea, [tabindex]')]
            .map(element => [element, lookOf(element)]));
        }
        """);

    // The parts of one element, a date's, have their focus drawn by the browser itself.
    private Task<bool> ShowsFocusAsync() => Page.EvaluateAsync<bool>(
        """
        () => {
          const element = document.activeElement;
          const isPart = element === window.lastStop;
          window.lastStop = element;
          return isPart || !element.closest('main, .ta-content') || lookOf(element) !== plainLooks.get(element);
        }
        """);

    private bool IsHere(IRequest request) =>
        request.Url.StartsWith("data:", StringComparison.Ordinal) || new Uri(request.Url).Authority == _site.Authority;

    private void NoteIf(bool isWrong, string fault)
    {
        if (isWrong)
        {
            _faults.Enqueue(fault);
        }
    }
}
