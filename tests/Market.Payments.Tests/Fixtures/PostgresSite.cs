using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

[CollectionDefinition(Name)]
public sealed class PostgresSite : SiteFixture, ICollectionFixture<PostgresSite>
{
    public const string Name = "PostgreSQL";

    public override string? WhyNot => PostgresServer.WhyNot;

    public override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
        return options with { PostgresConnectionString = await PostgresServer.NewDatabaseAsync() };
    }
}
