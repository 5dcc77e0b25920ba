using System.Globalization;
using Market.Ledger.Postings;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Payments.FireTests.Disk;

/// <summary>Units of work on SQLite commit one after the other and wait for the disk together; nobody is answered before.</summary>
public sealed class DurabilityTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    private const int Normal = 1;
    private const int Full = 2;

    [Fact]
    public async Task Only_commits_of_units_of_work_leave_the_wait_for_the_disk_to_others()
    {
        var market = fixture.Market;
        Assert.Equal(Normal, await market.WorkAsync(work => work.RunAsync(services => PragmaAsync(services, "synchronous"), _ => true)));
        for (var scope = 0; scope < 5; scope++)
        {
            Assert.Equal(Full, await market.InScopeAsync(services => PragmaAsync(services, "synchronous")));
        }
    }

    [Fact]
    public async Task Commits_of_units_of_work_leave_the_log_to_be_brought_in_beside_them() => Assert.Equal(
        SqliteCheckpoints.MostPages,
        await fixture.Market.WorkAsync(work => work.RunAsync(services => PragmaAsync(services, "wal_autocheckpoint"), _ => true)));

    [Fact]
    public async Task What_some_units_of_work_committed_is_soon_in_the_database_itself()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        var database = Path.Combine(market.DataFolder, "Sites", "Default", "OrchardCore.db");
        var before = File.GetLastWriteTimeUtc(database);
        for (var posting = 0; posting < 70; posting++)
        {
            await market.PostAsync(TestBooks.Payment(account, 1m));
        }

        for (var until = DateTime.UtcNow.AddSeconds(20); File.GetLastWriteTimeUtc(database) == before; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < until, "Only the log has it.");
        }
    }

    [Fact]
    public async Task Who_posts_is_not_answered_where_the_disk_does_not_keep_it_and_posts_once_after_all()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        var posting = TestBooks.Payment(account, 17.5m);
        var log = Path.Combine(market.DataFolder, "Sites", "Default", "OrchardCore.db-wal");
        Assert.True(File.Exists(log));

        // The database goes on writing its log under another name; in its place lies what no disk keeps.
        File.Move(log, log + ".moved");
        Directory.CreateDirectory(log);
        try
        {
            await Assert.ThrowsAnyAsync<UnauthorizedAccessException>(() => market.PostAsync(posting));
        }
        finally
        {
            Directory.Delete(log);
            File.Move(log + ".moved", log);
        }

        Assert.IsType<PostingResult.AlreadyPosted>(await market.PostAsync(posting));
        await TestBooks.HoldAsync(market, account, 1, TestBooks.Euros(17.5m));
        await TestBooks.VerifiedAsync(market);
    }

    private static async Task<int> PragmaAsync(IServiceProvider services, string name)
    {
        await using var command = (await services.GetRequiredService<ISession>().CreateConnectionAsync()).CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
