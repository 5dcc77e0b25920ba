using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.FireTests;

/// <summary>The real site, killed while clerks record payments: what was acknowledged is in the books, once and whole.</summary>
public sealed class CrashTests
{
    private const int Cycles = 5;
    private const int Clerks = 4;
    private const int Seed = 20261124;

    [Fact]
    public async Task A_site_on_SQLite_is_killed_and_nothing_is_lost()
    {
        await using var site = await SiteProcess.StartAsync();
        await KillAsync(site);
    }

    [Fact]
    public async Task A_site_on_PostgreSQL_is_killed_and_nothing_is_lost()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var server = await PostgresServer.StartAsync();
        await using var site = await SiteProcess.StartAsync(new SiteOptions { PostgresConnectionString = await server.CreateDatabaseAsync() });
        await KillAsync(site);
    }

    [Fact]
    public async Task PostgreSQL_restarts_under_load_and_nothing_is_lost()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var server = await PostgresServer.StartAsync();
        Assert.SkipUnless(server.IsOurs, $"The server that {PostgresServer.Variable} names is not the tests' to restart.");
        await using var site = await SiteProcess.StartAsync(new SiteOptions { PostgresConnectionString = await server.CreateDatabaseAsync() });
        await RunAsync(site, server.RestartAsync);
    }

    [Fact]
    public async Task One_of_two_servers_on_one_PostgreSQL_is_killed_and_the_other_goes_on()
    {
        Assert.SkipWhen((PostgresServer.WhyNot ?? RedisServer.WhyNot) is not null, PostgresServer.WhyNot ?? RedisServer.WhyNot ?? string.Empty);
        await using var server = await PostgresServer.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        await using var one = await SiteProcess.StartAsync(new SiteOptions
        {
            PostgresConnectionString = await server.CreateDatabaseAsync(),
            Variables = new Dictionary<string, string?> { ["OrchardCore__OrchardCore_Redis__Configuration"] = redis.Configuration },
        });
        await using var other = await SiteProcess.StartAsync(new SiteOptions
        {
            DataFolder = one.DataFolder,
            Variables = new Dictionary<string, string?> { ["OrchardCore__OrchardCore_Redis__Configuration"] = redis.Configuration },
        });
        await SettleAsync(one, "Set on one server");
        await SettleAsync(other, "Set on the other server", before: "Set on one server");
        await SettleAsync(one, "Set on one server again", before: "Set on the other server");
        await using var here = new Till(one, "here ");
        await using var there = new Till(other, "there ");
        await here.OpenAsync(Clerks);
        await there.OpenAsync(Clerks);
        await Task.WhenAll(here.AcknowledgeAsync(5 * Clerks), there.AcknowledgeAsync(5 * Clerks));

        one.Stop();
        await there.AcknowledgeAsync(there.Acknowledged.Count + (5 * Clerks));
        await one.RestartAsync();
        await Task.WhenAll(here.AcknowledgeAsync(here.Acknowledged.Count + Clerks), there.AcknowledgeAsync(there.Acknowledged.Count + Clerks));
        await Task.WhenAll(here.CloseAsync(), there.CloseAsync());

        await Tills.StandAsync(one, here, there);
        Assert.Empty(other.Faults);
    }

    // What is set on one server holds on the other at once.
    private static async Task SettleAsync(SiteProcess site, string payee, string? before = null)
    {
        using var admin = await site.SignInAsync("admin");
        var form = (await admin.GetAsync("/Admin/payments/settings")).Form("form:has([name$='ChequePayee'])");
        var field = form.Fields.Single(field => field.Key.EndsWith("ChequePayee", StringComparison.Ordinal));
        Assert.Equal(before ?? field.Value, field.Value);
        var answer = await admin.SubmitAsync(form.With(field.Key, payee));
        Assert.True(answer.IsSuccess);
    }

    private static Task KillAsync(SiteProcess site) => RunAsync(site, site.RestartAsync);

    private static async Task RunAsync(SiteProcess site, Func<Task> crash)
    {
        var random = new Random(Seed);
        await using var till = new Till(site);
        await till.OpenAsync(Clerks);
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            var before = till.Acknowledged.Count;
            await till.AcknowledgeAsync(before + Clerks);
            await Task.Delay(random.Next(1, 600));
            await crash();
            TestContext.Current.TestOutputHelper?.WriteLine($"Crash {cycle}: {till.Acknowledged.Count - before} payments acknowledged since the one before.");
        }

        await till.AcknowledgeAsync(till.Acknowledged.Count + Clerks);
        await till.CloseAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{Cycles} crashes, {till.Acknowledged.Count} payments acknowledged; answers: {till.Answers}.");
        await Tills.StandAsync(site, till);
    }
}
