using Market.Payments.Stripe.Models;
using YesSql.Indexes;

namespace Market.Payments.Stripe.Indexes;

public class StatementOrdersIndex : MapIndex
{
    public string StatementId { get; set; } = string.Empty;
}

public sealed class StatementOrdersIndexProvider : IndexProvider<StatementOrders>
{
    public StatementOrdersIndexProvider() => CollectionName = StripeCollection.Name;

    public override void Describe(DescribeContext<StatementOrders> context) => context
        .For<StatementOrdersIndex>()
        .Map(orders => new StatementOrdersIndex { StatementId = orders.StatementId });
}
