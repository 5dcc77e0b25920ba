using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace Market.SiteBenchmarks;

/// <summary>A distribution of yesterday for which accounts ordered; every second one paid.</summary>
internal sealed class OrderedDistribution(Site site)
{
    private const int InACommit = 250;

    private static readonly Money Price = new(25_00, Currency.Euro);

    private static readonly DateOnly Yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);

    /// <returns>The distribution's id.</returns>
    public async Task<string> CreateAsync(IEnumerable<string> accounts)
    {
        var distribution = await RunAsync(async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync(OrdersConstants.Distribution);
            item.Alter<DistributionPart>(part =>
            {
                (part.Place, part.Date, part.CollectFrom, part.CollectTo, part.IsPastDayMeant) = ("The square", Yesterday, "18:00", "19:00", true);
                (part.OpensUtc, part.ClosesUtc) = (Yesterday.AddDays(-6).ToDateTime(default, DateTimeKind.Utc), Yesterday.AddDays(-1).ToDateTime(default, DateTimeKind.Utc));
            });
            return await contents.CreateAsync(item, VersionOptions.Published) ? item.ContentItemId : throw new InvalidOperationException("The distribution was not created.");
        });
        foreach (var some in accounts.Chunk(InACommit))
        {
            await RunAsync(async services =>
            {
                foreach (var (place, account) in some.Index())
                {
                    await OrderAsync(services, distribution, account, isPaid: place % 2 == 0);
                }

                return true;
            });
        }

        return distribution;
    }

    private static async Task OrderAsync(IServiceProvider services, string distribution, string account, bool isPaid)
    {
        var order = new Order
        {
            OrderId = RisingId.New(),
            AccountId = account,
            DistributionId = distribution,
            Currency = "EUR",
            Revision = 1,
            FormKey = Guid.NewGuid().ToString("n"),
            Lines = [new OrderLine("product", "farm", "Bread", "each", 12_50, 550, 2)],
        };
        await services.GetRequiredService<OrderStore>().SaveAsync(order);
        var ledger = services.GetRequiredService<ILedger>();
        Posted(await ledger.SetOrderDebitAsync(new OrderDebit
        {
            AccountId = account,
            OrderId = order.OrderId,
            DistributionId = distribution,
            Total = Price,
            OccurredOn = Yesterday,
            RecordedBy = "clerk",
            IdempotencyKey = Guid.NewGuid().ToString("n"),
        }));
        if (isPaid)
        {
            Posted(await ledger.PostAsync(Postings.Payment(account) with { Amount = Price, OrderId = order.OrderId, DistributionId = distribution }));
        }
    }

    private static void Posted(PostingResult result)
    {
        if (result is not PostingResult.Posted)
        {
            throw new InvalidOperationException($"An operation was not posted: {result}");
        }
    }

    private Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work) => site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(work, _ => true));
}
