using MarketSite.TestHost;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>A site on one kind of database, started when the first test asks for it.</summary>
public abstract class MarketFixture : IAsyncLifetime
{
    private MarketHost? _market;

    /// <summary>The running site; without its database the test is skipped.</summary>
    public MarketHost Market
    {
        get
        {
            Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
            return _market!;
        }
    }

    /// <summary>Why there is no such database here, or null where there is.</summary>
    protected abstract string? WhyNot { get; }

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is null)
        {
            _market = await MarketHost.StartAsync(await ConnectionStringAsync());
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_market is not null)
        {
            await _market.DisposeAsync();
        }
    }

    protected abstract Task<string?> ConnectionStringAsync();
}

public sealed class SqliteMarket : MarketFixture
{
    protected override string? WhyNot => null;

    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresMarket : MarketFixture
{
    protected override string? WhyNot => PostgresServer.WhyNot;

    protected override async Task<string?> ConnectionStringAsync() => await PostgresServer.NewDatabaseAsync();
}
