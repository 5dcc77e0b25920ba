using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.FireTests.Servers;

/// <summary>PostgreSQL is lost for good while clerks record payments, and its standby takes over.</summary>
public sealed class StandbyTests
{
    private const int Clerks = 3;

    [Fact]
    public async Task What_was_acknowledged_before_PostgreSQL_was_lost_is_on_its_standby()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var first = await PostgresServer.StartAsync(isDurable: true);
        Assert.SkipUnless(first.IsOurs, $"The server that {PostgresServer.Variable} names is not the tests' to lose.");
        await using var standby = await first.FollowAsync();
        await using var site = await SiteProcess.StartAsync(new SiteOptions { PostgresConnectionString = first.WithStandby(await first.CreateDatabaseAsync(), standby) });
        await using var till = new Till(site);
        await till.OpenAsync(Clerks);
        await till.AcknowledgeAsync(5 * Clerks);

        await first.LoseAsync();
        await standby.PromoteAsync();
        await till.AcknowledgeAsync(till.Acknowledged.Count + (5 * Clerks));
        await till.CloseAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{till.Acknowledged.Count} payments; answers: {till.Answers}.");
        await Tills.StandAsync(site, till);
    }
}
