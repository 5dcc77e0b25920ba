using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class SqliteSite : SiteFixture, ICollectionFixture<SqliteSite>
{
    public const string Name = "SQLite";

    public override string? WhyNot => null;

    public override Task<SiteProcess> StartAsync(SiteOptions options) => SiteProcess.StartAsync(options);
}
