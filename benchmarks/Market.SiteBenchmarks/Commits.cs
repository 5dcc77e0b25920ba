using System.Globalization;

namespace Market.SiteBenchmarks;

/// <summary>How many postings the site commits beside how many rows its database does by bare SQL: one in a commit or many, by few callers and by many.</summary>
internal static class Commits
{
    private const int Accounts = 1_000;

    /// <param name="args">The database; how many seconds each takes; only with so many callers.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var duration = TimeSpan.FromSeconds(args is [_, var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 10);
        int? only = args is [_, _, var those] ? int.Parse(those, CultureInfo.InvariantCulture) : null;
        await using var database = await Database.CreateAsync(args[0]);
        await using var site = await Site.StartAsync(database);
        var accounts = await site.OpenAccountsAsync(Accounts);
        using var ceiling = new Ceiling(database, Accounts);
        await ceiling.CreateAsync();
        var postings = new Postings(site, accounts);
        var zipf = new Zipf(Accounts);
        await postings.RunAsync(4, TimeSpan.FromSeconds(3), zipf.Next);

        Console.WriteLine($"| {database.Name} | callers | ceiling/s | site/s | share | ceiling that waits for no disk/s | p50 ms | p95 ms | worst ms | processor ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        var rows = new (string What, int Callers, int Batch, Func<int, int, int> Account)[]
        {
            ("one in a commit", 1, 1, zipf.Next),
            ("one in a commit", 8, 1, zipf.Next),
            ("one in a commit", 32, 1, zipf.Next),
            ("one hot account", 32, 1, (_, _) => 0),
            ("500 in a commit", 1, 500, (_, question) => question % Accounts),
        };
        foreach (var (what, callers, batch, account) in rows.Where(row => only is null || row.Callers == only))
        {
            var best = await ceiling.RunAsync(callers, duration, account, batch);
            var unkept = await ceiling.RunAsync(callers, duration, account, batch, waits: false);
            var ours = await postings.RunAsync(callers, duration, account, batch);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {callers} | {best.PerSecond * batch:N0} | {ours.PerSecond * batch:N0} | {ours.PerSecond / best.PerSecond:P0} | {unkept.PerSecond * batch:N0} | {ours.Percentile(0.5):N1} | {ours.Percentile(0.95):N1} | {ours.Worst:N1} | {ours.ProcessorMilliseconds / batch:N2} |"));
        }

        return await site.VerifiedAsync();
    }
}
