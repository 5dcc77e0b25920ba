using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Payments;
using MarketSite.TestHost;

namespace Market.SiteBenchmarks;

/// <summary>A payment through one layer more each time, beside what the database does at most, and what waits at a steady rate.</summary>
internal sealed class Layers(Site site, IReadOnlyList<string> accounts, Ceiling ceiling, Postings postings)
{
    private const int InACommit = 500;
    private const int Clerks = 8;

    // As many as nobody has to wait for, and as many as the site can hardly do.
    private static readonly double[] Loads = [0.25, 0.5, 0.75];

    /// <param name="args">The database, <c>layers</c>, and how many seconds each takes.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        const int Accounts = 1_000;
        var duration = TimeSpan.FromSeconds(args is [_, _, var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5);
        await using var kept = await Database.CreateAsync(args[0]);
        await using var site = await Site.StartAsync(kept);
        var accounts = await site.OpenAccountsAsync(Accounts);
        using var ceiling = new Ceiling(kept, Accounts);
        await ceiling.CreateAsync();
        var layers = new Layers(site, accounts, ceiling, new Postings(site, accounts));
        await layers.RunAsync(args[0], duration, new Zipf(Accounts).Next);
        return await site.VerifiedAsync();
    }

    private async Task RunAsync(string database, TimeSpan duration, Func<int, int, int> account)
    {
        var clerks = await Task.WhenAll(Enumerable.Range(0, Clerks).Select(_ => ClerkAsync()));
        try
        {
            // HTTP before the service: what the service posts is told to workflows only once a request has it told, and would burden those after it.
            Task<Rate> PayAsync(int callers) => Callers.RunAsync(callers, duration, (caller, question) => clerks[caller].PayAsync(accounts[account(caller, question)]));
            await PayAsync(1);
            var http = await PayAsync(1);
            var most = (await PayAsync(Clerks)).PerSecond;
            var steadyHttp = new List<Rate>();
            foreach (var load in Loads)
            {
                steadyHttp.Add(await Callers.ComeAsync(most * load, duration, number => clerks[number % Clerks].PayAsync(accounts[account(0, number)])));
            }

            var best = await ceiling.RunAsync(1, duration, account);
            Console.WriteLine($"| {database}, one caller | a second | share of the ceiling | p50 ms | p95 ms | processor ms |");
            Console.WriteLine("|---|--:|--:|--:|--:|--:|");
            Print("bare SQL", best);
            Print("engine, in memory", await Callers.RunAsync(1, duration, await EngineAsync(account)));
            Print("engine and store, 500 in a commit", await postings.RunAsync(1, duration, account, InACommit), InACommit);
            Print("unit of work", await postings.RunAsync(1, duration, account));
            Print("HTTP, signed in, and its event told", http);

            Console.WriteLine();
            Console.WriteLine($"| {database}, at a steady rate | a second | p50 ms | p95 ms | p99 ms | worst ms |");
            Console.WriteLine("|---|--:|--:|--:|--:|--:|");
            most = (await postings.RunAsync(Clerks, duration, account)).PerSecond;
            foreach (var load in Loads)
            {
                Steady("unit of work", load, await Callers.ComeAsync(most * load, duration, number => postings.PostAsync(account(0, number))));
            }

            foreach (var (load, rate) in Loads.Zip(steadyHttp))
            {
                Steady("HTTP", load, rate);
            }

            void Print(string layer, Rate rate, int batch = 1) => Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {layer} | {rate.PerSecond * batch:N0} | {rate.PerSecond * batch / best.PerSecond:P0} | {rate.Percentile(0.5) / batch:N3} | {rate.Percentile(0.95) / batch:N3} | {rate.ProcessorMilliseconds / batch:N3} |"));
        }
        finally
        {
            foreach (var clerk in clerks)
            {
                clerk.Dispose();
            }
        }
    }

    private static void Steady(string layer, double load, Rate rate) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {layer}, {load:P0} of what {Clerks} callers get | {rate.PerSecond:N0} | {rate.Percentile(0.5):N1} | {rate.Percentile(0.95):N1} | {rate.Percentile(0.99):N1} | {rate.Worst:N1} |"));

    private async Task<Clerk> ClerkAsync()
    {
        var browser = site.NewClient();
        await browser.SignInAsync("admin", SiteOptions.DevelopmentPassword);
        return new Clerk(browser, (await browser.GetAsync(Clerk.Address(accounts[0]))).FormTo(Clerk.Address(accounts[0])));
    }

    private async Task<Func<int, int, Task>> EngineAsync(Func<int, int, int> account)
    {
        var store = new InMemoryLedgerStore(Currency.Euro);
        foreach (var id in accounts)
        {
            store.SetAccount(id);
        }

        var id26 = 0L;
        var ledger = new Ledger.Ledger(
            store,
            new EngineTerms(),
            () => (++id26).ToString("D26", CultureInfo.InvariantCulture),
            () => DateTime.UtcNow);
        return (caller, question) => ledger.PostAsync(Postings.Payment(accounts[account(caller, question)]));
    }

    /// <summary>A coordinator at the page where payments are recorded.</summary>
    private sealed class Clerk(SiteClient browser, SiteForm form) : IDisposable
    {
        public static string Address(string accountId) => $"/Admin/payments/accounts/{accountId}/payment";

        public async Task PayAsync(string accountId)
        {
            var answer = await browser.SendAsync(form
                .To(new Uri(browser.Address, Address(accountId)))
                .With("Key", IMoneyForms.NewKey())
                .With("Amount", "1")
                .With("Method", BuiltInMethods.Cash));
            if (answer.Redirect is null)
            {
                throw new InvalidOperationException($"A payment was not recorded: {answer.Text}");
            }

            // What the next page would say: nobody looks at it here, and it would grow.
            foreach (var cookie in browser.Cookies.GetCookies(browser.Address).Where(cookie => cookie.Name.StartsWith("orch_notify", StringComparison.Ordinal)))
            {
                cookie.Expired = true;
            }
        }

        public void Dispose() => browser.Dispose();
    }
}
