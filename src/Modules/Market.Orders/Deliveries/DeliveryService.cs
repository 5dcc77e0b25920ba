using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Orders.Deliveries;

/// <summary>Corrects what orders of a distribution hold, for all of them at once.</summary>
public sealed class DeliveryService(IUnitOfWork unitOfWork, OrderStore store, ISession session)
{
    /// <summary>What a change would correct, as it is now.</summary>
    public async Task<DeliveryPlan> PlanAsync(string distributionId, DeliveryChange change) => DeliveryPlan.Of(await store.ListPlacedAsync(distributionId), change);

    /// <summary>
    /// Corrects all orders that a change concerns, in one commit: each posts its difference by its workflow, with the reason. One that is
    /// refused refuses all. The same form corrects once.
    /// </summary>
    public Task<DeliveryResult> CorrectAsync(CorrectDelivery request) => unitOfWork.RunAsync(
        services => services.GetRequiredService<DeliveryDesk>().CorrectAsync(request),
        result => result is DeliveryResult.Done);

    /// <summary>What was corrected of a distribution, the last first.</summary>
    public async Task<IReadOnlyList<DeliveryCorrection>> ListAsync(string distributionId) =>
    [
        .. (await session.Query<DeliveryCorrection, DeliveryCorrectionIndex>(index => index.DistributionId == distributionId, OrdersConstants.Collection).ListAsync())
            .OrderByDescending(correction => correction.DoneUtc),
    ];
}
