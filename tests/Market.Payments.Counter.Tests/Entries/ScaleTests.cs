using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Market.Orders.Ordering;
using Market.Payments.Counter.Board;
using Market.Payments.Counter.Entries;
using Market.Payments.FireTests.Fixtures;
using MarketSite.Web.Demonstration;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>
/// A market of a thousand members, five hundred of whom ordered, measured when somebody asks for it:
/// <c>dotnet test --filter FullyQualifiedName~Counter.Tests.Entries.Scale -- xUnit.Explicit=only</c>.
/// </summary>
public abstract class ScaleTests(MarketFixture fixture)
{
    private const string Volunteer = "volunteer";

    [Fact(Explicit = true)]
    public async Task A_thousand_members_and_five_hundred_orders()
    {
        var market = fixture.Market;
        var (distribution, accounts) = await OrderAsync(market, members: 1000, orders: 500);
        var (whole, cursor) = await StateAsync(market, distribution, null);
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(whole, TestContext.Current.CancellationToken);
        }

        Say("state", string.Create(CultureInfo.InvariantCulture, $"{whole.Length} bytes, {zipped.Length} zipped"));
        await MeasureAsync("state, all of it", 30, _ => StateAsync(market, distribution, null));
        await MeasureAsync("state, nothing new", 30, _ => StateAsync(market, distribution, cursor));
        await MeasureAsync("tap", 200, async tap =>
        {
            var answer = await market.InScopeAsync(services => services.GetRequiredService<EntryTaker>().TakeAsync(Cash(accounts[tap % 500], tap), distribution, new CounterUser(Volunteer, MayCorrect: false)));
            Assert.Equal(EntryAnswer.Taken, answer!.Result);
        });
        await MeasureAsync("state, after a tap", 30, async tap =>
        {
            await market.InScopeAsync(services => services.GetRequiredService<EntryTaker>().TakeAsync(Cash(accounts[tap], 1000 + tap), distribution, new CounterUser(Volunteer, MayCorrect: false)));
            (_, cursor) = await StateAsync(market, distribution, cursor);
        });
    }

    protected static async Task<(string Distribution, IReadOnlyList<string> Accounts)> OrderAsync(MarketHost market, int members, int orders)
    {
        var goods = await market.WorkAsync(work => work.RunAsync(services => services.GetRequiredService<Goods>().CreateAsync(), _ => true));
        var accounts = await market.OpenAccountsAsync(members);
        await OrderForAsync(market, goods, accounts.Take(orders));
        return (goods.Next.Id, accounts);
    }

    protected static async Task OrderForAsync(MarketHost market, Stall goods, IEnumerable<string> accounts)
    {
        foreach (var account in accounts)
        {
            var result = await market.InScopeAsync(services => services.GetRequiredService<OrderService>().PlaceAsync(new PlaceOrder
            {
                AccountId = account,
                DistributionId = goods.Next.Id,
                Quantities = goods.Products.Take(10).ToDictionary(product => product, _ => 1, StringComparer.Ordinal),
                FormKey = Guid.NewGuid().ToString("n"),
                UserId = Volunteer,
                OnBehalf = true,
            }));
            Assert.False(Assert.IsType<OrderResult.Done>(result).DebitMissing);
        }
    }

    protected static Task<(byte[] State, string Cursor)> StateAsync(MarketHost market, string distribution, string? since) => market.InScopeAsync(async services =>
    {
        var found = (await services.GetRequiredService<CounterShops>().FindAsync(distribution))!.Value;
        var bytes = (await services.GetRequiredService<BoardWriter>().WriteAsync(found.Shop, found.Distribution, since)).ToArray();
        return (bytes, (string)System.Text.Json.Nodes.JsonNode.Parse(bytes)!["cursor"]!);
    });

    private static ReadEntry Cash(string account, int tap)
    {
        var id = Guid.NewGuid().ToString();
        return new ReadEntry(id, new SentEntry(id, "payment", account, null, new() { ["amount"] = 100L + tap, ["method"] = "cash" }), null);
    }

    private static async Task MeasureAsync(string what, int times, Func<int, Task> work)
    {
        var all = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var before = Stopwatch.GetTimestamp();
            await work(time);
            all.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        all.Sort();
        Say(what, string.Create(CultureInfo.InvariantCulture, $"p50 {all[all.Count / 2]:0} ms, p95 {all[all.Count * 95 / 100]:0} ms of {times}"));
    }

    private static void Say(string what, string text) => TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {text}");
}

public sealed class ScaleOnSqlite(SqliteMarket market) : ScaleTests(market), IClassFixture<SqliteMarket>;

public sealed class ScaleOnPostgres(PostgresMarket market) : ScaleTests(market), IClassFixture<PostgresMarket>
{
    private readonly PostgresMarket _market = market;

    [Fact]
    public async Task A_state_asks_the_database_as_often_for_many_as_for_few()
    {
        var goods = await _market.Market.WorkAsync(work => work.RunAsync(services => services.GetRequiredService<Goods>().CreateAsync(), _ => true));
        var accounts = await _market.Market.OpenAccountsAsync(30);
        await OrderForAsync(_market.Market, goods, accounts.Take(3));
        await StateAsync(_market.Market, goods.Next.Id, null);
        var few = await Questions.CountAsync(() => StateAsync(_market.Market, goods.Next.Id, null));
        await OrderForAsync(_market.Market, goods, accounts.Skip(3));

        var many = await Questions.CountAsync(() => StateAsync(_market.Market, goods.Next.Id, null));
        var again = await Questions.CountAsync(() => StateAsync(_market.Market, goods.Next.Id, null));

        // The debts of those who owe more by now are read once, a few hundred members at a time.
        Assert.InRange(few, 1, 25);
        Assert.InRange(many, few, few + 4);
        Assert.Equal(few, again);
    }
}
