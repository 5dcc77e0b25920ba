using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Workflows.Events;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Title.Models;
using YesSql;

namespace Market.Payments.FireTests;

/// <summary>What workflows are told of distributions and of the orders for them.</summary>
public sealed class DistributionEventTests(SqliteMarket fixture) : AutomatedTests(fixture), IClassFixture<SqliteMarket>
{
    private static readonly DateTime Opens = new(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Closes = new(2027, 3, 5, 20, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2027-03-01T07:59:59Z", "")]
    [InlineData("2027-03-01T08:00:00Z", "Opened")]
    [InlineData("2027-03-04T19:59:59Z", "Opened")]
    [InlineData("2027-03-04T20:00:00Z", "Opened,ClosingSoon")]
    [InlineData("2027-03-05T19:59:59Z", "Opened,ClosingSoon")]
    [InlineData("2027-03-05T20:00:00Z", "Closed")]
    [InlineData("2027-06-01T00:00:00Z", "Closed")]
    [InlineData("2027-06-01T00:00:00Z", "Closed", "2027-03-05T20:00:00Z")]
    [InlineData("2027-06-01T00:00:00Z", "", "2027-03-05T20:00:01Z")]
    public void What_is_due_goes_by_the_clock_however_late_it_is_looked_at(string now, string due, string since = "2027-01-01T00:00:00Z")
    {
        var distribution = new Distribution("d", "Place", new DateOnly(2027, 3, 6), "9:00", "12:00", Opens, Closes);
        var notice = new DistributionNotice { DistributionId = "d" };

        Assert.Equal(due, string.Join(',', notice.TakeDue(distribution, Time(now), Time(since), TimeSpan.FromHours(24))));
        Assert.Empty(notice.TakeDue(distribution, Time(now), Time(since), TimeSpan.FromHours(24)));

        static DateTime Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
    }

    [Fact]
    public async Task What_was_before_anybody_looked_is_not_told()
    {
        await ForgetAsync();
        var distribution = await CreateAsync();
        var types = await DefineAsync();

        await AtAsync(Opens.AddHours(1));
        await AtAsync(Opens.AddHours(3));

        Assert.Equal((0, 0, 0), await ToldAsync(types, distribution));
    }

    [Fact]
    public async Task What_a_site_that_was_down_for_days_missed_is_told_when_it_is_back()
    {
        await ForgetAsync();
        var types = await DefineAsync();
        await AtAsync(Opens.AddDays(-7));
        var distribution = await CreateAsync();

        await AtAsync(Opens.AddDays(3));
        Assert.Equal((1, 0, 0), await ToldAsync(types, distribution));
        await AtAsync(Closes.AddDays(20));
        await AtAsync(Closes.AddDays(21));
        Assert.Equal((1, 0, 1), await ToldAsync(types, distribution));
    }

    [Fact]
    public async Task A_distribution_is_told_of_once_and_anew_when_it_is_moved_later()
    {
        await ForgetAsync();
        var distribution = await CreateAsync();
        var types = await DefineAsync();
        try
        {
            await AtAsync(Opens.AddMinutes(-1));
            Assert.Equal((0, 0, 0), await ToldAsync(types, distribution));
            await AtAsync(Opens);
            await AtAsync(Opens.AddMinutes(1));
            Assert.Equal((1, 0, 0), await ToldAsync(types, distribution));
            await AtAsync(Closes.AddHours(-24));
            await AtAsync(Closes.AddHours(-23));
            Assert.Equal((1, 1, 0), await ToldAsync(types, distribution));
            await AtAsync(Closes);
            await AtAsync(Closes.AddMinutes(1));
            Assert.Equal((1, 1, 1), await ToldAsync(types, distribution));

            // An hour more: the new end is near, and comes.
            await MoveAsync(distribution, Closes.AddHours(1));
            await AtAsync(Closes.AddMinutes(2));
            Assert.Equal((1, 2, 1), await ToldAsync(types, distribution));
            await AtAsync(Closes.AddHours(1));
            Assert.Equal((1, 2, 2), await ToldAsync(types, distribution));

            // Moved back, nothing is news.
            await MoveAsync(distribution, Closes);
            await AtAsync(Closes.AddHours(2));
            Assert.Equal((1, 2, 2), await ToldAsync(types, distribution));
        }
        finally
        {
            Market.Clock.Set = null;
        }
    }

    [Fact]
    public async Task An_order_is_told_once_it_is_kept_and_a_refused_one_never()
    {
        var distribution = await CreateAsync();
        var product = await CreateProductAsync(500);
        var poor = await Market.OpenAccountAsync(floor: -100);
        var account = await Market.OpenAccountAsync();
        var types = new List<string>();
        foreach (var name in new[] { nameof(OrderPlacedEvent), nameof(OrderChangedEvent), nameof(OrderCancelledEvent) })
        {
            types.Add(await Market.DefineAsync([Automation.Activity(name)]));
        }

        var refused = await OrderAsync(service => service.PlaceAsync(Place(poor, distribution, product, 1)));
        Assert.Contains("5", Assert.IsType<OrderResult.Refused>(refused).Sentence, StringComparison.Ordinal);
        var placed = Assert.IsType<OrderResult.Done>(await OrderAsync(service => service.PlaceAsync(Place(account, distribution, product, 2))));
        Assert.False(placed.DebitMissing);
        await TestBooks.HoldAsync(Market, account, 1, TestBooks.Euros(-10));
        Assert.IsType<OrderResult.Done>(await OrderAsync(service => service.ChangeAsync(new ChangeOrder
        {
            OrderId = placed.Order.OrderId,
            AccountId = account,
            Revision = 1,
            Quantities = new Dictionary<string, int> { [product] = 3 },
            UserId = "fire",
            OnBehalf = true,
        })));
        Assert.IsType<OrderResult.Done>(await OrderAsync(service => service.CancelAsync(new CancelOrder
        {
            OrderId = placed.Order.OrderId,
            AccountId = account,
            Revision = 2,
            UserId = "fire",
            OnBehalf = true,
        })));
        await Market.TellAsync();

        var totals = new List<string?>();
        foreach (var type in types)
        {
            var told = Assert.Single(await Market.WorkflowsAsync(type));
            Assert.Equal((placed.Order.OrderId, account, distribution, placed.Order.OrderId), (told.Input("OrderId"), told.Input("AccountId"), told.Input("DistributionId"), told.CorrelationId));
            totals.Add(told.Input("Total"));
        }

        Assert.Equal(["10.00", "15.00", "0.00"], totals);
        await TestBooks.HoldAsync(Market, account, 3, TestBooks.Euros(0));
    }

    private static PlaceOrder Place(string account, string distribution, string product, int quantity) => new()
    {
        AccountId = account,
        DistributionId = distribution,
        Quantities = new Dictionary<string, int> { [product] = quantity },
        FormKey = TestBooks.NewKey(),
        UserId = "fire",
        OnBehalf = true,
    };

    private Task<OrderResult> OrderAsync(Func<OrderService, Task<OrderResult>> ask) => Market.InScopeAsync(services => ask(services.GetRequiredService<OrderService>()));

    private Task<string> CreateAsync() => CreateAsync(OrdersConstants.Distribution, item => item.Alter<DistributionPart>(part =>
    {
        part.Place = "Hall";
        part.Date = new DateOnly(2027, 3, 6);
        part.OpensUtc = Opens;
        part.ClosesUtc = Closes;
    }));

    private async Task<string> CreateProductAsync(long price)
    {
        var producer = await CreateAsync(OrdersConstants.Producer, item => item.Alter<TitlePart>(part => part.Title = "Farm"));
        return await CreateAsync(OrdersConstants.Product, item =>
        {
            item.Alter<TitlePart>(part => part.Title = "Leeks");
            item.Alter<ProductPart>(part =>
            {
                part.ProducerId = producer;
                part.Unit = "kg";
                part.PriceMinorUnits = price;
            });
        });
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

    private Task<bool> MoveAsync(string distribution, DateTime closes) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.GetAsync(distribution, VersionOptions.DraftRequired);
            item.Alter<DistributionPart>(part => part.ClosesUtc = closes);
            await contents.UpdateAsync(item);
            await contents.PublishAsync(item);
            return true;
        },
        _ => true));

    // Before the clock goes back for another test.
    private Task<bool> ForgetAsync() => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var session = services.GetRequiredService<ISession>();
            foreach (var watch in await session.Query<DistributionWatch>(OrdersConstants.Collection).ListAsync())
            {
                session.Delete(watch, OrdersConstants.Collection);
            }

            return true;
        },
        _ => true));

    private async Task<Dictionary<string, string>> DefineAsync()
    {
        var types = new Dictionary<string, string>();
        foreach (var name in new[] { nameof(DistributionOpenedEvent), nameof(DistributionClosingSoonEvent), nameof(DistributionClosedEvent) })
        {
            types[name] = await Market.DefineAsync([Automation.Activity(name)]);
        }

        return types;
    }

    private async Task AtAsync(DateTime now)
    {
        Market.Clock.Set = now;
        await Market.WorkAsync(async work =>
        {
            await DistributionTeller.RunAsync(work);
            return true;
        });
        await Market.TellAsync();
    }

    private async Task<(int Opened, int Soon, int Closed)> ToldAsync(Dictionary<string, string> types, string distribution)
    {
        var counts = new List<int>();
        foreach (var type in types.Values)
        {
            counts.Add((await Market.WorkflowsAsync(type)).Count(workflow => workflow.Input("DistributionId") == distribution));
        }

        return (counts[0], counts[1], counts[2]);
    }
}
