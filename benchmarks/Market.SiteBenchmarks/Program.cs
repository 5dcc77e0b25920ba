using System.Globalization;
using Market.SiteBenchmarks;

// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- [sqlite|postgres] [seconds]
// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- sqlite|postgres pages [accounts]
// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- sqlite|postgres bulk [members]
// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- postgres pgledger FILE.sql…
// dotnet run -c Release --project benchmarks/Market.SiteBenchmarks -- sqlite tenants COUNT
if (args is [var bulk, "bulk", ..])
{
    return await Market.SiteBenchmarks.Bulk.BulkRun.RunAsync(bulk, args is [_, _, var members] ? int.Parse(members, CultureInfo.InvariantCulture) : 10_000);
}

if (args is ["postgres", "pgledger", .. { Length: > 0 } files])
{
    return await Market.SiteBenchmarks.Others.OthersRun.RunAsync(files);
}

if (args is ["sqlite", "tenants", var tenants])
{
    return await Market.SiteBenchmarks.Tenants.TenantsRun.RunAsync(int.Parse(tenants, CultureInfo.InvariantCulture));
}

if (args is [var where, "pages", ..])
{
    await using var paged = await Database.CreateAsync(where);
    await using var market = await Site.StartAsync(paged);
    var many = args is [_, _, var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
    var pages = new Pages(market);
    await pages.FillAsync(100);
    _ = await pages.LookAsync();
    var few = await pages.LookAsync();
    await pages.FillAsync(many);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {where} | 100 accounts, ms | {many:N0} accounts, ms | times |"));
    Console.WriteLine("|---|--:|--:|--:|");
    foreach (var (page, time) in await pages.LookAsync())
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {page} | {few[page]:N1} | {time:N1} | {time / few[page]:N1} |"));
    }

    return 0;
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
