using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A demonstration market on SQLite that pays by a fake Stripe.</summary>
[CollectionDefinition(Name)]
public sealed class StripeSite : StripeFixture, ICollectionFixture<StripeSite>
{
    public const string Name = "Stripe on SQLite";

    public override string? WhyNot => null;

    protected override Task<SiteOptions> WithDatabaseAsync(SiteOptions options) => Task.FromResult(options);
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class StripePostgresSite : StripeFixture, ICollectionFixture<StripePostgresSite>
{
    public const string Name = "Stripe on PostgreSQL";

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
