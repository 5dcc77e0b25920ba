using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Models;

namespace MarketSite.Web.Demonstration;

/// <summary>That an order was collected: what nobody came for stands on the coordinator's desk for weeks.</summary>
internal static class Collection
{
    public static CounterRecord Of(string orderId, Member member, string distributionId, DateOnly day, string userId) => new()
    {
        EntryId = orderId,
        Kind = CollectedAction.Name,
        AccountId = member.AccountId,
        DistributionId = distributionId,
        Data = $$"""{"{{CollectedAction.Name}}":true}""",
        ContentHash = orderId,
        OrderId = orderId,
        Place = 1,
        UserId = userId,
        RecordedUtc = day.ToDateTime(new TimeOnly(18, 0), DateTimeKind.Utc),
    };
}
