using MarketSite.TestHost;

namespace Market.Payments.Reminders.Tests.Fixtures;

/// <summary>The same market on PostgreSQL.</summary>
public sealed class PostgresReminderMarket : ReminderMarket
{
    protected override string? WhyNot => PostgresServer.WhyNot;

    public override async ValueTask InitializeAsync()
    {
        if (WhyNot is null)
        {
            await StartAsync(await PostgresServer.NewDatabaseAsync());
        }
    }
}
