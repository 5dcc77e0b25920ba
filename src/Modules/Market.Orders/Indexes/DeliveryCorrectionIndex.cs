using Market.Orders.Models;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds corrections of deliveries, and keeps by its unique column that a form corrects once.</summary>
public sealed class DeliveryCorrectionIndex : MapIndex
{
    /// <summary>The distribution.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>Unique: <see cref="OrderIndex.KeyOfForm"/> of the distribution and the form.</summary>
    public string FormKeyHash { get; set; } = string.Empty;
}

/// <summary>Fills <see cref="DeliveryCorrectionIndex"/>.</summary>
public sealed class DeliveryCorrectionIndexProvider : IndexProvider<DeliveryCorrection>
{
    /// <summary>Makes the provider one of the orders' collection.</summary>
    public DeliveryCorrectionIndexProvider() => CollectionName = OrdersConstants.Collection;

    public override void Describe(DescribeContext<DeliveryCorrection> context) => context.For<DeliveryCorrectionIndex>()
        .Map(correction => new DeliveryCorrectionIndex
        {
            DistributionId = correction.DistributionId,
            FormKeyHash = OrderIndex.KeyOfForm(correction.DistributionId, correction.FormKey),
        });
}
