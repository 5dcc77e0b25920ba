using Market.Orders.Models;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace Market.Payments.FireTests.Goods;

/// <summary>What a market sells and gives out, written by the content manager.</summary>
internal static class GoodsMarket
{
    /// <summary>Adds a distribution, and a producer with the products that are described.</summary>
    public static Task<(string Distribution, IReadOnlyList<string> Products)> AddGoodsAsync(this MarketHost market, params Action<ProductPart>[] products) => market.WorkAsync(work => work.RunAsync<(string, IReadOnlyList<string>)>(
        async services =>
        {
            var farm = await CreateAsync<ProducerPart>(services, OrdersConstants.Producer, part => part.Village = "Here");
            var today = market.Clock.Today;
            var distribution = await CreateAsync<DistributionPart>(services, OrdersConstants.Distribution, part =>
            {
                (part.Place, part.Date) = ("The square", today.AddDays(3));
                (part.OpensUtc, part.ClosesUtc) = (today.AddDays(-2).ToDateTime(default, DateTimeKind.Utc), today.AddDays(2).ToDateTime(default, DateTimeKind.Utc));
            });
            var ids = new List<string>();
            foreach (var describe in products)
            {
                ids.Add(await CreateAsync<ProductPart>(services, OrdersConstants.Product, part =>
                {
                    (part.ProducerId, part.Unit, part.PriceMinorUnits) = (farm, "piece", 300);
                    describe(part);
                }));
            }

            return (distribution, ids);
        },
        _ => true));

    /// <summary>Adds packaging with a deposit of 50.</summary>
    public static Task<string> AddReturnableAsync(this MarketHost market) => market.WorkAsync(work => work.RunAsync(
        services => CreateAsync<ReturnablePart>(services, OrdersConstants.Returnable, part => part.DepositMinorUnits = 50),
        _ => true));

    private static async Task<string> CreateAsync<TPart>(IServiceProvider services, string type, Action<TPart> describe)
        where TPart : ContentPart, new()
    {
        var contents = services.GetRequiredService<IContentManager>();
        var item = await contents.NewAsync(type);
        item.DisplayText = type;
        item.Alter(describe);
        Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
        return item.ContentItemId;
    }
}
