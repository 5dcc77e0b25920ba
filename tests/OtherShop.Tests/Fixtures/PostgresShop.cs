using MarketSite.TestHost;

namespace OtherShop.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class PostgresShop : ShopSite, ICollectionFixture<PostgresShop>
{
    public const string Name = "PostgreSQL";

    public override string? WhyNot => PostgresServer.WhyNot;

    protected override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options) =>
        options with { PostgresConnectionString = await PostgresServer.NewDatabaseAsync() };
}
