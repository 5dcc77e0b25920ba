using Market.Payments.Banking.Models;
using YesSql.Indexes;

namespace Market.Payments.Banking.Indexes;

public class SlipIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public long Number { get; set; }

    /// <summary>Unique: a form makes one slip.</summary>
    public string FormKey { get; set; } = string.Empty;

    public bool IsBanked { get; set; }
}

public sealed class SlipIndexProvider : IndexProvider<SlipDocument>
{
    public SlipIndexProvider() => CollectionName = BankingCollection.Name;

    public override void Describe(DescribeContext<SlipDocument> context) => context
        .For<SlipIndex>()
        .Map(document => new SlipIndex
        {
            Number = document.Slip.Number,
            FormKey = document.Slip.FormKey,
            IsBanked = document.Slip.BankedOn is not null,
        });
}
