using System.Diagnostics;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Goods;

/// <summary>Everybody wants the last boxes at once: as many are sold as there are, and never one more.</summary>
public abstract class OnSaleStormTests(MarketFixture fixture)
{
    private const int Boxes = 50;
    private const int Members = 200;

    private MarketHost Market => fixture.Market;

    [Fact]
    public async Task Fifty_boxes_two_hundred_members()
    {
        var accounts = await Market.OpenAccountsAsync(Members);
        var (distribution, products) = await Market.AddGoodsAsync(_ => { }, _ => { });
        await OfferAsync(distribution, new SaleItem { ProductId = products[0], Stock = Boxes, PriceMinorUnits = 1_130 }, new SaleItem { ProductId = products[1] });

        var watch = Stopwatch.StartNew();
        var answers = await AtOnceAsync(accounts, account => PlaceAsync(distribution, account, (products[0], 1), (products[1], 1)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{fixture.GetType().Name}: {Members} orders for {Boxes} boxes answered in {watch.ElapsedMilliseconds} ms.");

        Assert.Equal(Boxes, answers.OfType<OrderResult.Done>().Count());
        Assert.All(answers.OfType<OrderResult.Refused>(), late => Assert.Equal((products[0], 0), (Assert.Single(late.Shortages).ProductId, late.Shortages[0].Most)));
        Assert.Equal((Boxes, Boxes), await SoldAsync(distribution, products[0]));
        foreach (var (account, answer) in accounts.Zip(answers))
        {
            var operations = (await Market.StatementAsync(account)).Operations.Select(operation => operation.Amount.MinorUnits);
            Assert.Equal(answer is OrderResult.Done ? [-1_430L] : [], operations);
        }

        await TestBooks.VerifiedAsync(Market);
    }

    [Fact]
    public async Task What_is_changed_and_cancelled_at_once_frees_and_takes_the_difference()
    {
        var accounts = await Market.OpenAccountsAsync(20);
        var (distribution, products) = await Market.AddGoodsAsync(_ => { }, _ => { });
        await OfferAsync(distribution, [.. products.Select(product => new SaleItem { ProductId = product, Stock = 30 })]);
        var placed = (await AtOnceAsync(accounts, account => PlaceAsync(distribution, account, (products[0], 1), (products[1], 1)))).Cast<OrderResult.Done>().Select(done => done.Order).ToList();

        // Ten cancel, ten want four instead of one, of which twenty are there; the list is saved meanwhile with other limits for one account.
        var answers = AtOnceAsync([.. Enumerable.Range(0, 20)], place => place % 2 == 0
            ? InServiceAsync(orders => orders.CancelAsync(new CancelOrder { OrderId = placed[place].OrderId, AccountId = placed[place].AccountId, Revision = 1, UserId = "clerk" }))
            : InServiceAsync(orders => orders.ChangeAsync(new ChangeOrder { OrderId = placed[place].OrderId, AccountId = placed[place].AccountId, Revision = 1, UserId = "clerk", Quantities = new Dictionary<string, int> { [products[1]] = 4, [products[0]] = 4 } })));
        await OfferAsync(distribution, [.. products.Select(product => new SaleItem { ProductId = product, Stock = 30, PerAccount = 9 })]);

        Assert.All((await answers).Where((_, place) => place % 2 == 0), cancelled => Assert.IsType<OrderResult.Done>(cancelled));
        foreach (var product in products)
        {
            var (taken, ordered) = await SoldAsync(distribution, product);
            Assert.Equal(ordered, taken);
            Assert.InRange(taken, 10, 30);
        }

        await TestBooks.VerifiedAsync(Market);
    }

    private Task<OrderResult> PlaceAsync(string distribution, string account, params (string Product, int Count)[] wanted) => InServiceAsync(orders => orders.PlaceAsync(new PlaceOrder
    {
        AccountId = account,
        DistributionId = distribution,
        Quantities = wanted.ToDictionary(one => one.Product, one => one.Count),
        FormKey = "form",
        UserId = "member",
    }));

    private Task<OrderResult> InServiceAsync(Func<OrderService, Task<OrderResult>> ask) => Market.InScopeAsync(services => ask(services.GetRequiredService<OrderService>()));

    private async Task OfferAsync(string distribution, params SaleItem[] items) => Assert.Null(await Market.InScopeAsync(async services =>
    {
        var lists = services.GetRequiredService<SaleLists>();
        return await lists.SaveAsync(new SaveSaleList { DistributionId = distribution, Items = items, Stamp = SaleLists.StampOf(await lists.ListAsync(distribution)) });
    }));

    // What the row says is taken, and what the orders that hold say.
    private Task<(int Taken, int Ordered)> SoldAsync(string distribution, string product) => Market.InScopeAsync(async services =>
    {
        var row = (await services.GetRequiredService<SaleLists>().ListAsync(distribution)).Single(item => item.ProductId == product);
        var orders = await services.GetRequiredService<OrderStore>().ListPlacedAsync(distribution);
        return ((int)row.Taken, (int)SaleLists.CountOrdered(orders).GetValueOrDefault(product));
    });

    private static async Task<TAnswer[]> AtOnceAsync<T, TAnswer>(IReadOnlyList<T> who, Func<T, Task<TAnswer>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = who.Select(one => Task.Run(async () =>
        {
            await start.Task;
            return await call(one);
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(calls);
    }
}

public sealed class OnSaleStormsOnSqlite(SqliteMarket fixture) : OnSaleStormTests(fixture), IClassFixture<SqliteMarket>;

public sealed class OnSaleStormsOnPostgres(PostgresMarket fixture) : OnSaleStormTests(fixture), IClassFixture<PostgresMarket>;
