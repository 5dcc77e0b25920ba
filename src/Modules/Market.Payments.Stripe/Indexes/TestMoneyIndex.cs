using Market.Payments.Stripe.Models;
using YesSql.Indexes;

namespace Market.Payments.Stripe.Indexes;

/// <summary>The payments of test keys that stand in the books.</summary>
public class TestMoneyIndex : MapIndex
{
    public string PaymentId { get; set; } = string.Empty;
}

public sealed class TestMoneyIndexProvider : IndexProvider<CardPayment>
{
    public TestMoneyIndexProvider() => CollectionName = StripeCollection.Name;

    public override void Describe(DescribeContext<CardPayment> context) => context
        .For<TestMoneyIndex>()
        .When(payment => !payment.Payment.IsLive && payment.Booked.StandsInTheBooks())
        .Map(payment => new TestMoneyIndex { PaymentId = payment.Payment.Id });
}
