using Market.Ledger.Chain;
using Market.Ledger.Settlements;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Title.Models;

namespace Market.Payments.FireTests;

/// <summary>Data of a market in which a distribution, a producer or a client was deleted: what is left of it is found, and what is lost is named.</summary>
public abstract class GoneTests(MarketFixture fixture)
{
    private static readonly DateTime Opens = DateTime.UtcNow.AddDays(-5);

    private MarketHost Market => fixture.Market;

    [Fact]
    public async Task Orders_of_a_distribution_that_was_deleted_are_listed_settled_and_cancelled_and_lost_they_are_named()
    {
        var (distribution, order, account) = await OrderAsync(closes: DateTime.UtcNow.AddDays(2));

        await RemoveAsync(distribution);

        Assert.Contains(await ReadAsync<Orders.Sales.Distributions, IReadOnlyList<Distribution>>(all => all.ListLatestAsync(100)), one => one.Id == distribution && one.Place == "Hall");
        Assert.NotNull(await ReadAsync<IDistributionSales, DistributionSales?>(sales => sales.FindAsync(distribution)));
        await TestBooks.VerifiedAsync(Market);
        Assert.IsType<OrderResult.Done>(await ReadAsync<OrderService, OrderResult>(orders => orders.CancelAsync(new CancelOrder { OrderId = order, AccountId = account, Revision = 1, UserId = "fire" })));

        await Market.SqlAsync("DELETE FROM \"ContentItemIndex\" WHERE \"ContentItemId\" = @distribution", new { distribution });
        var finding = Assert.Single((await Market.VerifyAsync()).Findings, finding => finding.Misfit is Misfit.DistributionMissing && finding.Expected == distribution);
        Assert.NotEmpty(await ReadAsync<Books.FindingWords, string>(words => Task.FromResult(words.Say(finding))));
        await Market.SqlAsync("DELETE FROM \"Orders_OrderIndex\" WHERE \"DistributionId\" = @distribution", new { distribution });
        await TestBooks.VerifiedAsync(Market);
    }

    [Fact]
    public async Task What_was_closed_and_deleted_is_among_what_is_settled_page_by_page()
    {
        var gone = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var (distribution, _, _) = await OrderAsync(closes: DateTime.UtcNow.AddDays(-1));
            gone.Add(distribution);
        }

        await RemoveAsync(gone[1]);

        var count = await ReadAsync<IDistributionSales, int>(sales => sales.CountClosedAsync());
        var listed = new List<string>();
        for (var skip = 0; skip < count; skip += 2)
        {
            listed.AddRange((await ReadAsync<IDistributionSales, IReadOnlyList<DistributionSales>>(sales => sales.ListClosedAsync(skip, 2))).Select(sales => sales.DistributionId));
        }

        Assert.Equal(count, listed.Distinct().Count());
        Assert.All(gone, distribution => Assert.Contains(distribution, listed));
    }

    [Fact]
    public async Task A_producer_who_was_deleted_keeps_their_name_where_their_products_were_ordered()
    {
        var sellers = (await ReadAsync<IDistributionSales, IReadOnlyList<Seller>>(sales => sales.ListSellersAsync())).Select(seller => seller.Id).ToHashSet();
        await OrderAsync(closes: DateTime.UtcNow.AddDays(2));
        var seller = Assert.Single(await ReadAsync<IDistributionSales, IReadOnlyList<Seller>>(sales => sales.ListSellersAsync()), seller => !sellers.Contains(seller.Id));

        await RemoveAsync(seller.Id);

        Assert.Contains(seller, await ReadAsync<IDistributionSales, IReadOnlyList<Seller>>(sales => sales.ListSellersAsync()));
    }

    [Fact]
    public async Task A_balance_without_a_client_is_named_by_the_verification()
    {
        var account = await Market.OpenAccountAsync();
        await Market.PostAsync(TestBooks.Payment(account, 6));
        await TestBooks.VerifiedAsync(Market);

        await Market.SqlAsync("UPDATE \"ClientAccountIndex\" SET \"AccountId\" = 'elsewhere' WHERE \"AccountId\" = @account", new { account });
        var report = await Market.VerifyAsync();
        await Market.SqlAsync("UPDATE \"ClientAccountIndex\" SET \"AccountId\" = @account WHERE \"AccountId\" = 'elsewhere'", new { account });

        Assert.Equal([new Finding(Misfit.ClientMissing) { AccountId = account }], report.Findings);
        Assert.False(report.Holds);
        await TestBooks.VerifiedAsync(Market);
    }

    // As Orchard deletes, of which nobody was asked until now: no version is published or the latest, and the indexes know it no more.
    private async Task RemoveAsync(string contentItemId)
    {
        await Market.SqlAsync("UPDATE \"ContentItemIndex\" SET \"Published\" = @no, \"Latest\" = @no WHERE \"ContentItemId\" = @contentItemId", new { no = false, contentItemId });
        await Market.SqlAsync("DELETE FROM \"DistributionIndex\" WHERE \"ContentItemId\" = @contentItemId", new { contentItemId });
    }

    private async Task<(string Distribution, string Order, string Account)> OrderAsync(DateTime closes)
    {
        var account = await Market.OpenAccountAsync();
        var producer = await CreateAsync(OrdersConstants.Producer, item => item.Alter<TitlePart>(part => part.Title = "Farm"));
        var product = await CreateAsync(OrdersConstants.Product, item => item.Alter<ProductPart>(part => (part.ProducerId, part.Unit, part.PriceMinorUnits) = (producer, "kg", 100)));
        var distribution = await CreateAsync(OrdersConstants.Distribution, item => item.Alter<DistributionPart>(part =>
            (part.Place, part.Date, part.OpensUtc, part.ClosesUtc) = ("Hall", MarketCalendar.Today.AddDays(3), Opens, closes)));
        var placed = await ReadAsync<OrderService, OrderResult>(orders => orders.PlaceAsync(new PlaceOrder
        {
            AccountId = account,
            DistributionId = distribution,
            Quantities = new Dictionary<string, int> { [product] = 1 },
            FormKey = TestBooks.NewKey(),
            UserId = "fire",
            OnBehalf = true,
        }));
        return (distribution, Assert.IsType<OrderResult.Done>(placed).Order.OrderId, account);
    }

    private Task<string> CreateAsync(string type, Action<ContentItem> fill) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync(type);
            fill(item);
            Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
            return item.ContentItemId;
        },
        _ => true));

    private Task<T> ReadAsync<TService, T>(Func<TService, Task<T>> read)
        where TService : notnull => Market.InScopeAsync(services => read(services.GetRequiredService<TService>()));
}

public sealed class GoneOnSqlite(SqliteMarket fixture) : GoneTests(fixture), IClassFixture<SqliteMarket>;

public sealed class GoneOnPostgres(PostgresMarket fixture) : GoneTests(fixture), IClassFixture<PostgresMarket>;
