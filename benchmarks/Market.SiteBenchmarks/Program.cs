using System.Globalization;
using Market.SiteBenchmarks;

// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- [sqlite|postgres] [seconds]
// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- sqlite|postgres pages [accounts [operations [folder]]]
// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- sqlite|postgres fill accounts operations folder
switch (args)
{
    case [_, "pages", ..]:
        return await Pages.RunAsync(args);
    case [_, "fill", ..]:
        return await Fill.RunAsync(args);
}

const int Accounts = 1_000;
var names = args is [var name, ..] ? [name] : new[] { "sqlite", "postgres" };
var duration = TimeSpan.FromSeconds(args is [_, var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 10);

foreach (var database in names)
{
    await using var kept = await Database.CreateAsync(database);
    await using var site = await Site.StartAsync(kept);
    var accounts = await site.OpenAccountsAsync(Accounts);
    using var ceiling = new Ceiling(kept, Accounts);
    await ceiling.CreateAsync();
    var postings = new Postings(site, accounts);
    var zipf = new Zipf(Accounts);
    await postings.RunAsync(4, TimeSpan.FromSeconds(3), zipf.Next);

    Console.WriteLine($"| {database} | callers | ceiling/s | site/s | share | p50 ms | p95 ms | worst ms |");
    Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
    foreach (var (what, callers, batch, account) in new (string, int, int, Func<int, int, int>)[]
    {
        ("one in a commit", 1, 1, zipf.Next),
        ("one in a commit", 8, 1, zipf.Next),
        ("one in a commit", 32, 1, zipf.Next),
        ("one hot account", 32, 1, (_, _) => 0),
        ("500 in a commit", 1, 500, (_, question) => question % Accounts),
    })
    {
        var best = await ceiling.RunAsync(callers, duration, account, batch);
        var ours = await postings.RunAsync(callers, duration, account, batch);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {callers} | {best.PerSecond * batch:N0} | {ours.PerSecond * batch:N0} | {ours.PerSecond / best.PerSecond:P0} | {ours.Percentile(0.5):N1} | {ours.Percentile(0.95):N1} | {ours.Worst:N1} |"));
    }

    var report = await site.VerifyAsync();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Operations:N0} operations, the books {(report.Holds ? "hold" : "do not hold: " + report.First)}."));
    if (!report.Holds)
    {
        return 1;
    }
}

return 0;
