using System.Collections.Concurrent;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

/// <summary>A demonstration market that the scenarios of one database share; each scenario uses members and accounts of its own.</summary>
public abstract class SiteFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(string User, string Language), Task<SiteClient>> _clients = new();
    private readonly Lazy<Task<PlainSite>> _plain;
    private SiteProcess? _site;

    protected SiteFixture() => _plain = new(() => PlainSite.StartMarketAsync(this));

    /// <summary>The running site; without its database the test is skipped.</summary>
    public SiteProcess Site
    {
        get
        {
            Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
            return _site!;
        }
    }

    /// <summary>Why there is no such database here, or null where there is.</summary>
    public abstract string? WhyNot { get; }

    public Task<SiteClient> AdminAsync(string language = "en") => AsAsync("admin", language);

    public Task<SiteClient> CoordinatorAsync(string language = "en") => AsAsync("coordinator", language);

    /// <summary>A signed-in browser that the scenarios share.</summary>
    public async Task<SiteClient> AsAsync(string user, string language = "en")
    {
        var signedIn = _clients.GetOrAdd((user, language), who => Site.SignInAsync(who.User, who.Language));
        try
        {
            return await signedIn;
        }
        catch
        {
            // The next one tries again.
            _clients.TryRemove(new((user, language), signedIn));
            throw;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is null)
        {
            _site = await StartAsync(new SiteOptions { IsMeasured = true });
        }
    }

    /// <summary>A plain Orchard site that a market's recipes were run on, shared like the demonstration market.</summary>
    public Task<PlainSite> PlainAsync() => _plain.Value;

    /// <summary>Starts another site on this kind of database.</summary>
    public async Task<SiteProcess> StartAsync(SiteOptions options) => await SiteProcess.StartAsync(await OnThisDatabaseAsync(options));

    /// <summary>The same start, on an empty database of this kind.</summary>
    public abstract Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_plain is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _plain.Value).DisposeAsync();
        }

        if (_site is not null)
        {
            var faults = _site.Faults;
            await _site.DisposeAsync();
            Assert.Empty(faults);
        }
    }
}
