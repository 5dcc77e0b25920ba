using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class PaymentLinkIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string AccountId { get; set; } = string.Empty;
}

public sealed class PaymentLinkIndexProvider : IndexProvider<PaymentLinkRecord>
{
    public PaymentLinkIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<PaymentLinkRecord> context) => context
        .For<PaymentLinkIndex>()
        .Map(record => new PaymentLinkIndex { AccountId = record.AccountId });
}
