using Market.Stall.Tests.Fixtures;
using MarketSite.BrowserTests;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(OpenStall))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Market.Stall.Tests.Fixtures;

/// <summary>One stall with the demonstration's clients and all methods ticked, and one browser, for all tests. A test that posts has a client of its own.</summary>
public sealed class OpenStall : IAsyncLifetime
{
    // In milliseconds: a page is slow on a machine that runs other tests beside these.
    private const int BrowserPatience = 60_000;

    private StallProcess? _stall;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public StallProcess Stall => _stall!;

    public async ValueTask InitializeAsync()
    {
        _stall = await StallProcess.StartAsync("--demo");
        if (Chromium.WhyNot is null)
        {
            _playwright = await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(BrowserPatience);
            _browser = await Chromium.LaunchAsync(_playwright);
        }
    }

    /// <summary>Opens a window of the browser.</summary>
    public async Task<Visit> VisitAsync(ViewportSize? screen = null, string language = "en-GB", StallProcess? stall = null)
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        var address = (stall ?? Stall).Address;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = screen ?? Screen.Phone,
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(BrowserPatience);
        return await Visit.StartAsync(context, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_stall is not null)
        {
            await _stall.DisposeAsync();
        }
    }
}
