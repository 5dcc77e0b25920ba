using Market.Ledger;
using Market.Ledger.Postings;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments.Counter.Closing;
using Market.Payments.Distributions;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using YesSql;

namespace Market.Payments.Counter.Tests.Closing;

/// <summary>Makes a distribution with orders inside the site's own process, and closes it.</summary>
internal static class ClosedMarket
{
    public const string Clerk = "clerk";

    private const long Price = 1250;

    /// <summary>Adds a distribution of yesterday.</summary>
    public static Task<string> AddDistributionAsync(this MarketHost market) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var day = (await services.GetRequiredService<IMarketCalendar>().TodayAsync()).AddDays(-1);
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync(OrdersConstants.Distribution);
            item.Alter<DistributionPart>(part =>
            {
                (part.Place, part.Date, part.CollectFrom, part.CollectTo, part.IsPastDayMeant) = ("The square", day, "18:00", "19:00", true);
                (part.OpensUtc, part.ClosesUtc) = (day.AddDays(-6).ToDateTime(default, DateTimeKind.Utc), day.AddDays(-1).ToDateTime(default, DateTimeKind.Utc));
            });
            Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
            return item.ContentItemId;
        },
        _ => true));

    /// <summary>Has each account order for it, with the order's debit; every second one pays.</summary>
    public static async Task<IReadOnlyList<string>> OrderAsync(this MarketHost market, string distributionId, IEnumerable<string> accounts)
    {
        var orders = new List<string>();
        foreach (var batch in accounts.Chunk(50))
        {
            orders.AddRange(await market.WorkAsync(work => work.RunAsync(
                async services =>
                {
                    var ids = new List<string>();
                    foreach (var account in batch)
                    {
                        var order = new Order
                        {
                            OrderId = services.GetRequiredService<OrchardCore.Entities.IIdGenerator>().GenerateUniqueId(),
                            AccountId = account,
                            DistributionId = distributionId,
                            Currency = "EUR",
                            Revision = 1,
                            FormKey = Guid.NewGuid().ToString("n"),
                            Lines = [new OrderLine("product", "farm", "Bread", "each", Price, 550, 2)],
                        };
                        await services.GetRequiredService<OrderStore>().SaveAsync(order);
                        Assert.IsType<PostingResult.Posted>(await SetDebitAsync(services, order.OrderId, account, distributionId, 2 * Price));
                        if (ids.Count % 2 == 0)
                        {
                            Assert.IsType<PostingResult.Posted>(await services.GetRequiredService<ILedger>().PostAsync(TestBooks.Payment(account, 25) with { OrderId = order.OrderId, DistributionId = distributionId }));
                        }

                        ids.Add(order.OrderId);
                    }

                    return ids;
                },
                _ => true)));
        }

        return orders;
    }

    /// <summary>Brings an order's debit to a total, as the workflow of a changed order does.</summary>
    public static async Task<PostingResult> SetDebitAsync(IServiceProvider services, string orderId, string account, string distributionId, long total) =>
        await services.GetRequiredService<ILedger>().SetOrderDebitAsync(new OrderDebit
        {
            AccountId = account,
            OrderId = orderId,
            DistributionId = distributionId,
            Total = TestBooks.Euros(total / 100m),
            OccurredOn = new DateOnly(2026, 11, 1),
            RecordedBy = Clerk,
            IdempotencyKey = TestBooks.NewKey(),
        });

    /// <summary>Looks at it and closes it as it was looked at, in one unit of work.</summary>
    /// <param name="market">The site.</param>
    /// <param name="distributionId">The distribution.</param>
    /// <param name="takesFirst">Whether it is taken before it is looked at: otherwise what others record in between is news each time.</param>
    public static Task<ClosingResult> CloseAsync(this MarketHost market, string distributionId, bool takesFirst = false) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            if (takesFirst)
            {
                await services.GetRequiredService<DistributionTable>().TakeAsync(services.GetRequiredService<ISession>().CurrentTransaction, distributionId);
            }

            var seen = (await services.GetRequiredService<ClosingSheets>().FindAsync(distributionId))!.Sheet.Code();
            return await services.GetRequiredService<ClosingDesk>().CloseAsync(
                new CloseDistribution(distributionId, seen, "They pay tomorrow", Guid.NewGuid().ToString("n"), Clerk));
        },
        result => result is ClosingResult.Done));
}
