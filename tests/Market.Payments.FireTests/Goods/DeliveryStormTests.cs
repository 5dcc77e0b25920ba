using System.Diagnostics;
using Market.Orders.Deliveries;
using Market.Orders.Ordering;
using Market.Orders.Returnables;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Goods;

/// <summary>A delivery for five hundred orders is one commit, and of two that take back the last jar one is asked.</summary>
public abstract class DeliveryStormTests(MarketFixture fixture)
{
    private const int Orders = 500;

    [Fact]
    public async Task Five_hundred_orders_are_corrected_in_one_commit_and_once()
    {
        var market = fixture.Market;
        var accounts = await market.OpenAccountsAsync(Orders);
        var (distribution, products) = await market.AddGoodsAsync(_ => { });
        var product = products[0];
        Assert.Equal(Orders, await market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var placed = 0;
                foreach (var account in accounts)
                {
                    placed += await services.GetRequiredService<OrderDesk>().PlaceAsync(Two(product, account, distribution)) is OrderResult.Done ? 1 : 0;
                }

                return placed;
            },
            _ => true)));

        var request = new CorrectDelivery
        {
            DistributionId = distribution,
            Change = new DeliveryChange(product, null, DeliveryNews.AtMost) { Most = 1 },
            Reason = "Half of it came",
            Count = Orders,
            SavedMinorUnits = Orders * 300,
            FormKey = "delivery",
            UserId = "clerk",
        };
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => market.InScopeAsync(services => services.GetRequiredService<DeliveryService>().CorrectAsync(request))));
        TestContext.Current.TestOutputHelper?.WriteLine($"{fixture.GetType().Name}: {Orders} orders corrected in {watch.ElapsedMilliseconds} ms.");

        Assert.All(results, result => Assert.Equal((Orders, 0), (Assert.IsType<DeliveryResult.Done>(result).Correction.Orders, ((DeliveryResult.Done)result).Correction.Missing)));
        foreach (var account in accounts)
        {
            Assert.Equal([-600L, 300L], (await market.StatementAsync(account)).Operations.Select(operation => operation.Amount.MinorUnits));
        }

        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task Of_two_that_take_back_the_last_one_is_asked()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        var jar = await market.AddReturnableAsync();
        Assert.IsType<ReturnableResult.Done>(await MoveAsync(1, "out"));

        var results = await Task.WhenAll(MoveAsync(-1, "back-1"), MoveAsync(-1, "back-2"));

        Assert.Single(results, result => result is ReturnableResult.Done);
        Assert.Single(results, result => result is ReturnableResult.Refused { MayInsist: true });
        Assert.True((await market.StatementAsync(account)).Balances.Confirmed.IsZero);

        Task<ReturnableResult> MoveAsync(int count, string key) => market.WorkAsync(work => work.RunAsync(
            services => services.GetRequiredService<ReturnableDesk>().MoveAsync(new MoveReturnable
            {
                AccountId = account,
                ReturnableId = jar,
                Count = count,
                OccurredOn = market.Clock.Today,
                UserId = "clerk",
                Key = account + key,
            }),
            result => result is ReturnableResult.Done));
    }

    private static PlaceOrder Two(string product, string account, string distribution) => new()
    {
        AccountId = account,
        DistributionId = distribution,
        Quantities = new Dictionary<string, int> { [product] = 2 },
        FormKey = "form",
        UserId = "clerk",
        OnBehalf = true,
    };
}

public sealed class DeliveryStormsOnSqlite(SqliteMarket fixture) : DeliveryStormTests(fixture), IClassFixture<SqliteMarket>;

public sealed class DeliveryStormsOnPostgres(PostgresMarket fixture) : DeliveryStormTests(fixture), IClassFixture<PostgresMarket>;
