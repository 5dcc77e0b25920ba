using Market.Payments.Stripe.Models;
using YesSql.Indexes;

namespace Market.Payments.Stripe.Indexes;

public class PayoutIndex : MapIndex
{
    /// <summary>Unique: the hash of Stripe's id.</summary>
    public string PayoutHash { get; set; } = string.Empty;

    /// <summary>The day, <c>yyyy-MM-dd</c>.</summary>
    public string ArrivesOn { get; set; } = string.Empty;

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class PayoutIndexProvider : IndexProvider<Payout>
{
    public PayoutIndexProvider() => CollectionName = StripeCollection.Name;

    public override void Describe(DescribeContext<Payout> context) => context
        .For<PayoutIndex>()
        .Map(payout => new PayoutIndex
        {
            PayoutHash = TextKey.Of(payout.PayoutId),
            ArrivesOn = PayoutIndex.Day(payout.ArrivesOn),
        });
}
