using System.Globalization;
using MarketSite.TestHost;

namespace Market.SiteBenchmarks.Looks;

/// <summary>
/// How long the server takes over pages of a market of a hundred members and of one of many, over those of an account of five operations and
/// of five thousand, and of a counter of five orders and of five hundred; and what memory it has after them.
/// </summary>
internal static class Pages
{
    private const int Few = 100;
    private const int FewOfOne = 5;
    private const int ManyOfOne = 5_000;
    private const int FewOrders = 5;
    private const int ManyOrders = 500;
    private const int Looks = 15;

    // Before the last one counts: what a site that has just started has yet to compile, and to compile better, is none of the pages'.
    private const int Rounds = 6;

    public static async Task<int> RunAsync(string[] args)
    {
        var name = args[0];
        var many = args is [_, _, var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        var operations = args is [_, _, _, var posted, ..] ? long.Parse(posted, CultureInfo.InvariantCulture) : 3L * many;
        var folder = args is [_, _, _, _, var kept] ? Path.GetFullPath(kept) : null;
        var few = await LookAsync(name, Few, 3 * Few, folder: null, FewOfOne, FewOrders);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | of few, ms | of many, ms | times |"));
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var (page, time) in await LookAsync(name, many, operations, folder, ManyOfOne, ManyOrders))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {page} | {few[page]:N1} | {time:N1} | {time / few[page]:N1} |"));
        }

        return 0;
    }

    private static async Task<IReadOnlyDictionary<string, double>> LookAsync(string name, int members, long operations, string? folder, int ofOne, int orders)
    {
        await using var database = await Database.CreateAsync(name, folder);
        await using var site = await Site.StartAsync(database);
        var market = new FilledMarket(site, members, operations);
        await market.FillAsync(Console.Error.WriteLine);
        using var coordinator = site.NewClient();
        await coordinator.SignInAsync("admin", SiteOptions.DevelopmentPassword);
        List<KeyValuePair<string, string>> pages =
        [
            new("the front page", "/"),
            new("the shop", "order"),
            .. BalancePages.Of(members),
            .. await new LongAccount(site, ofOne).PagesAsync(),
            .. await new CounterDay(site, market.Accounts).PagesAsync(coordinator, orders),
        ];
        using var server = new ServerTimes();
        var times = new Dictionary<string, double>();
        var before = Memory();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (page, address) in pages)
            {
                times[page] = await server.MedianAsync(Looks, () => coordinator.GetAsync(address));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{members:N0} members: {before}; after {pages.Count * Rounds * (Looks + 1):N0} pages {Memory()}"));
        return times;
    }

    // What is alive, and what the process has of the machine, this program's own browser with it.
    private static string Memory()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        return string.Create(CultureInfo.InvariantCulture, $"{managed / 1024d / 1024d:N0} MiB managed, {Environment.WorkingSet / 1024d / 1024d:N0} of the process");
    }
}
