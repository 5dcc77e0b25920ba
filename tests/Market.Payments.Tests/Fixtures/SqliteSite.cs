using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class SqliteSite : SiteFixture, ICollectionFixture<SqliteSite>
{
    public const string Name = "SQLite";

    public override string? WhyNot => null;

    public override Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options) => Task.FromResult(options);
}
