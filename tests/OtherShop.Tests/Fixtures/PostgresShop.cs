using MarketSite.TestHost;

namespace OtherShop.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class PostgresShop : ShopSite, ICollectionFixture<PostgresShop>
{
    public const string Name = "PostgreSQL";

    private PostgresServer? _server;

    public override string? WhyNot => PostgresServer.WhyNot;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
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
    }

    protected override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options)
    {
        _server = await PostgresServer.StartAsync();
        return options with { PostgresConnectionString = await _server.CreateDatabaseAsync() };
    }
}
