using MarketSite.BrowserTests;
using MarketSite.TestHost;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Market))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace MarketSite.BrowserTests;

/// <summary>One demonstration market and one browser for all tests. A test that posts has a member of its own.</summary>
public sealed class Market : IAsyncLifetime
{
    public const string Admin = "admin";

    public const string Coordinator = "coordinator";

    // Signing in hashes a password on purpose slowly: each person does it once.
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    private SiteProcess? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Places? _places;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyNot is not null)
        {
            return;
        }

        var site = SiteProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await Chromium.LaunchAsync(_playwright);
        _site = await site;
        _places = new Places(this);
    }

    /// <summary>Opens a window of the browser, signed in as the person named, if one is.</summary>
    public async Task<Visit> VisitAsync(
        string? person = null,
        ViewportSize? screen = null,
        string language = "en-GB",
        bool withScript = true)
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        if (person is not null && !_sessions.ContainsKey(person))
        {
            _sessions.Add(person, await SignInAsync(person));
        }

        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _site!.Address.ToString(),
            ViewportSize = screen ?? Screen.Desktop,
            Locale = language,
            JavaScriptEnabled = withScript,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = person is null ? null : _sessions[person],
        });
        context.SetDefaultTimeout(30_000);
        return await Visit.StartAsync(context, _site.Address);
    }

    /// <summary>The address of one of the market's pages.</summary>
    public Task<string> FindAsync(string page) => _places?.FindAsync(page) ?? Task.FromResult(string.Empty);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    private async Task<string> SignInAsync(string person)
    {
        await using var visit = await VisitAsync();
        await visit.SignInAsync(person, SiteOptions.DevelopmentPassword);
        return await visit.Page.Context.StorageStateAsync();
    }
}
