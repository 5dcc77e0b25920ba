using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class LeavingIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The day on which the name is erased, as a number.</summary>
    public int EraseDay { get; set; }
}

public sealed class LeavingIndexProvider : IndexProvider<Leaving>
{
    public LeavingIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<Leaving> context) => context
        .For<LeavingIndex>()
        .Map(leaving => new LeavingIndex { AccountId = leaving.AccountId, EraseDay = leaving.EraseOn.DayNumber });
}
