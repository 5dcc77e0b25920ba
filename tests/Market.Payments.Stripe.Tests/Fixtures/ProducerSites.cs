namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>The markets that pay several producers: sites apart from those on which that is off.</summary>
public static class ProducerSites
{
    public const string OnSqlite = "Producers on SQLite";

    public const string OnPostgres = "Producers on PostgreSQL";
}

[CollectionDefinition(ProducerSites.OnSqlite)]
public sealed class ProducersOnSqliteSite : ICollectionFixture<StripeSite>;

[CollectionDefinition(ProducerSites.OnPostgres)]
public sealed class ProducersOnPostgresSite : ICollectionFixture<StripePostgresSite>;
