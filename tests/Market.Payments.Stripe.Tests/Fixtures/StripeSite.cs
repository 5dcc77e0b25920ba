using System.Data.Common;
using MarketSite.TestHost;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A demonstration market on SQLite that pays by a fake Stripe.</summary>
[CollectionDefinition(Name)]
public sealed class StripeSite : StripeFixture, ICollectionFixture<StripeSite>
{
    public const string Name = "Stripe on SQLite";

    public override string? WhyNot => null;

    protected override Task<SiteOptions> WithDatabaseAsync(SiteOptions options) => Task.FromResult(options);

    protected override DbConnection NewConnection() =>
        new SqliteConnection("Data Source=" + Directory.EnumerateFiles(Path.Combine(Site.DataFolder, "Sites", "Default"), "*.db").Single());
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class StripePostgresSite : StripeFixture, ICollectionFixture<StripePostgresSite>
{
    public const string Name = "Stripe on PostgreSQL";

    private string? _database;

    public override string? WhyNot => PostgresServer.WhyNot;

    protected override async Task<SiteOptions> WithDatabaseAsync(SiteOptions options)
    {
        var database = await PostgresServer.NewDatabaseAsync();
        _database ??= database;
        return options with { PostgresConnectionString = database };
    }

    protected override DbConnection NewConnection() => new NpgsqlConnection(_database);
}
