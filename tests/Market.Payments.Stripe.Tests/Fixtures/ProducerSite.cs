using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A market that pays several producers by a fake Stripe, on SQLite.</summary>
[CollectionDefinition(Name)]
public sealed class ProducerSite : StripeFixture, ICollectionFixture<ProducerSite>
{
    public const string Name = "Producers on SQLite";

    public override string? WhyNot => null;

    protected override Task<SiteOptions> WithDatabaseAsync(SiteOptions options) => Task.FromResult(options);
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class ProducerPostgresSite : StripeFixture, ICollectionFixture<ProducerPostgresSite>
{
    public const string Name = "Producers on PostgreSQL";

    private PostgresServer? _server;

    public override string? WhyNot => PostgresServer.WhyNot;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected override async Task<SiteOptions> WithDatabaseAsync(SiteOptions options)
    {
        _server ??= await PostgresServer.StartAsync();
        return options with { PostgresConnectionString = await _server.CreateDatabaseAsync() };
    }
}
