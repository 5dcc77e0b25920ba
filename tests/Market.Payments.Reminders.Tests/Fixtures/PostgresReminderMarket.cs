using MarketSite.TestHost;

namespace Market.Payments.Reminders.Tests.Fixtures;

/// <summary>The same market on PostgreSQL.</summary>
public sealed class PostgresReminderMarket : ReminderMarket
{
    private PostgresServer? _server;

    protected override string? WhyNot => PostgresServer.WhyNot;

    public override async ValueTask InitializeAsync()
    {
        if (WhyNot is null)
        {
            _server = await PostgresServer.StartAsync();
            await StartAsync(await _server.CreateDatabaseAsync());
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
