using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

/// <summary>A demonstration market that the scenarios of one database share; each scenario uses accounts of its own.</summary>
public abstract class SiteFixture : IAsyncLifetime
{
    private SiteProcess? _site;

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

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is null)
        {
            _site = await StartAsync(new SiteOptions());
        }
    }

    /// <summary>Starts another site on this kind of database.</summary>
    public abstract Task<SiteProcess> StartAsync(SiteOptions options);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}
