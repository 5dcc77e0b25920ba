using MarketSite.TestHost;

namespace OtherShop.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class SqliteShop : ShopSite, ICollectionFixture<SqliteShop>
{
    public const string Name = "SQLite";

    public override string? WhyNot => null;

    protected override Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options) => Task.FromResult(options);
}
