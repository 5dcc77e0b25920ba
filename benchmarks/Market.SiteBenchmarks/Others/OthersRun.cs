using System.Globalization;
using Npgsql;

namespace Market.SiteBenchmarks.Others;

/// <summary>Other ways to keep a ledger on the same PostgreSQL, in the same run and beside the same ceiling: pgledger, from files that the caller names, and re-summing.</summary>
internal static class OthersRun
{
    private const int Accounts = 1_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    /// <param name="files">SQL files of pgledger in the order in which they are run; of the last one alone, those that it needs are looked for beside it.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> files)
    {
        await using var database = await Database.CreateAsync("postgres");
        await using var site = await Site.StartAsync(database);
        var postings = new Postings(site, await site.OpenAccountsAsync(Accounts));
        using var ceiling = new Ceiling(database, Accounts);
        await ceiling.CreateAsync();
        var connectionString = new NpgsqlConnectionStringBuilder(database.PostgresConnectionString) { MaxPoolSize = 200 }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(connectionString);
        var pgledger = new PgLedger(source);
        await pgledger.CreateAsync(Needed(files), Accounts);
        var resummed = new Resummed(source);
        await resummed.CreateAsync(Accounts);
        var zipf = new Zipf(Accounts);
        await postings.RunAsync(4, TimeSpan.FromSeconds(3), zipf.Next);

        Console.WriteLine("| callers | ceiling/s | site | pgledger, one market account | pgledger, an account each | re-summed, empty | re-summed, 200 before |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var callers in new[] { 1, 8, 32 })
        {
            var best = await ceiling.RunAsync(callers, Duration, zipf.Next);
            var others = new List<Rate>
            {
                await postings.RunAsync(callers, Duration, zipf.Next),
                await pgledger.RunAsync(callers, Duration, zipf.Next, toOne: true),
                await pgledger.RunAsync(callers, Duration, zipf.Next, toOne: false),
            };
            await resummed.BeginAsync(before: 0);
            others.Add(await resummed.RunAsync(callers, Duration, zipf.Next));
            await resummed.BeginAsync(before: 200);
            others.Add(await resummed.RunAsync(callers, Duration, zipf.Next));
            var cells = others.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.PerSecond:N0}/s, {rate.PerSecond / best.PerSecond:P0}, p95 {rate.Percentile(0.95):N1} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {callers} | {best.PerSecond:N0} | {string.Join(" | ", cells)} |"));
        }

        var report = await site.VerifyAsync();
        var isRight = report.Holds && await pgledger.HoldsAsync() && await resummed.HoldsAsync();
        Console.WriteLine(isRight ? "All three balance." : $"They do not balance; of the site's books: {report.First}");
        return isRight ? 0 : 1;
    }

    private static IEnumerable<string> Needed(IReadOnlyList<string> files) => files is [var one]
        ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(one))!, "*ulid*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal), one]
        : files;
}
