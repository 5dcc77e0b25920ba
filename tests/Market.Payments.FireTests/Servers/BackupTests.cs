using System.Formats.Tar;
using System.Net;
using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.FireTests.Servers;

/// <summary>A market that is brought back from its backup, by the handbook's own steps.</summary>
public sealed class BackupTests
{
    private const int Clerks = 3;

    [Fact]
    public async Task What_was_recorded_before_a_backup_is_there_when_it_is_restored()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var server = await PostgresServer.StartAsync();
        Assert.SkipUnless(server.IsOurs, $"The server that {PostgresServer.Variable} names is not the tests' to restore.");
        var database = await server.CreateDatabaseAsync();
        await using var site = await SiteProcess.StartAsync(new SiteOptions { PostgresConnectionString = database });
        using var member = await site.SignInAsync("member");
        await using var before = new Till(site, "before ");
        await RecordAsync(before);

        // While others are recorded.
        await using var meanwhile = new Till(site, "meanwhile ");
        await meanwhile.OpenAsync(Clerks);
        await meanwhile.AcknowledgeAsync(Clerks);
        var dump = await server.DumpAsync(database);
        using var folder = new MemoryStream();
        await TarFile.CreateFromDirectoryAsync(site.DataFolder, folder, includeBaseDirectory: false, TestContext.Current.CancellationToken);
        await meanwhile.AcknowledgeAsync(meanwhile.Acknowledged.Count + Clerks);
        await meanwhile.CloseAsync();
        await using var late = new Till(site, "late ");
        await RecordAsync(late);

        site.Stop();
        Directory.Delete(site.DataFolder, recursive: true);
        Directory.CreateDirectory(site.DataFolder);
        await server.RestoreAsync(database, dump);
        folder.Position = 0;
        await TarFile.ExtractToDirectoryAsync(folder, site.DataFolder, overwriteFiles: false, TestContext.Current.CancellationToken);
        var verification = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = site.DataFolder, Command = "verify" });
        Assert.True(verification.Code == 0, verification.Output);

        await site.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, (await member.AskAsync("/my-account")).Status);
        await using var after = new Till(site, "after ");
        await RecordAsync(after);
        await Tills.StandAsync(site, before, after);
        await using var market = await MarketHost.OpenAsync(site.DataFolder);
        foreach (var account in late.Acknowledged.Values.Select(payment => payment.AccountId).Distinct())
        {
            Assert.DoesNotContain((await market.StatementAsync(account)).Operations, operation => operation.Memo is { } memo && late.IsOf(memo));
        }
    }

    private static async Task RecordAsync(Till till)
    {
        await till.OpenAsync(Clerks);
        await till.AcknowledgeAsync(3 * Clerks);
        await till.CloseAsync();
    }
}
