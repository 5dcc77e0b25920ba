using System.Diagnostics;
using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks;

/// <summary>How long the coordinator waits for the balances of a market of few members and of one of many, over HTTP.</summary>
internal sealed class Pages(Site site)
{
    private const string Balances = "Admin/payments/balances?";
    private const int InACommit = 1_000;
    private const int Looks = 15;

    private readonly List<string> _accounts = [];

    /// <summary>Opens accounts until there are so many. A third of them owe, for up to four months, a quarter have credit, the rest are settled.</summary>
    public async Task FillAsync(int count)
    {
        foreach (var chunk in (await site.OpenAccountsAsync(count - _accounts.Count)).Chunk(InACommit / 2))
        {
            await site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
                async services =>
                {
                    var (ledger, bulk) = (services.GetRequiredService<ILedger>(), services.GetRequiredService<IBulkWork>());
                    foreach (var posting in chunk.SelectMany((id, place) => Of(id, _accounts.Count + place)))
                    {
                        if (await ledger.PostAsync(posting) is not PostingResult.Posted)
                        {
                            throw new InvalidOperationException("An operation was not posted.");
                        }
                    }

                    await bulk.LetGoAsync();
                    return true;
                },
                _ => true));
            _accounts.AddRange(chunk);
        }
    }

    /// <summary>How long each page takes at the median, in milliseconds, after a first look that nobody counts.</summary>
    public async Task<IReadOnlyDictionary<string, double>> LookAsync()
    {
        using var coordinator = site.NewClient();
        await coordinator.SignInAsync("admin", SiteOptions.DevelopmentPassword);
        var middle = FormattableString.Invariant($"pagenum={_accounts.Count / 100}");
        var pages = new Dictionary<string, string>
        {
            ["who owes most"] = string.Empty,
            ["by name"] = "sort=Name",
            ["by number"] = "sort=Number",
            ["who owes most, in the middle"] = middle,
            ["by name, in the middle"] = "sort=Name&" + middle,
            ["who has credit"] = "filter=Credit&sort=Held",
            ["part of a name"] = "search=ent+7",
            ["an amount"] = "search=12.34",
        };
        var times = new Dictionary<string, double>();
        foreach (var (name, query) in pages)
        {
            times[name] = await TimeAsync(coordinator, Balances + query);
        }

        times["an account"] = await TimeAsync(coordinator, "Admin/payments/accounts/" + _accounts[_accounts.Count / 2]);
        return times;
    }

    private static async Task<double> TimeAsync(SiteClient coordinator, string address)
    {
        await coordinator.GetAsync(address);
        var times = new List<double>();
        for (var look = 0; look < Looks; look++)
        {
            var before = Stopwatch.GetTimestamp();
            await coordinator.GetAsync(address);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        times.Sort();
        return times[Looks / 2];
    }

    // Debts of many amounts and days; each third account paid too little, each fourth too much.
    private static IEnumerable<Posting> Of(string accountId, int place)
    {
        var order = 500 + (place * 37 % 9_000);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-(place % 120));
        yield return Posting(accountId, OperationKind.Order, -order, day) with { OrderId = "order-" + accountId };
        var paid = place % 3 == 0 ? order / 2 : place % 4 == 1 ? order + 1 + (place % 700) : order;
        yield return Posting(accountId, OperationKind.Payment, paid, day) with { Method = BuiltInMethods.Cash };
    }

    private static Posting Posting(string accountId, OperationKind kind, long minorUnits, DateOnly day) => new()
    {
        AccountId = accountId,
        Kind = kind,
        Amount = new Money(minorUnits, Currency.Euro),
        Memo = "benchmark",
        OccurredOn = day,
        RecordedBy = "clerk",
        IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"pages:{accountId}:{kind}"),
    };
}
