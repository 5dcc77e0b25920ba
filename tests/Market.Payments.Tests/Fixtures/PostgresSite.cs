using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class PostgresSite : SiteFixture, ICollectionFixture<PostgresSite>
{
    public const string Name = "PostgreSQL";

    private PostgresServer? _server;

    public override string? WhyNot => PostgresServer.WhyNot;

    public override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
        _server ??= await PostgresServer.StartAsync();
        return options with { PostgresConnectionString = await _server.CreateDatabaseAsync() };
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }
        }

        GC.SuppressFinalize(this);
    }
}
