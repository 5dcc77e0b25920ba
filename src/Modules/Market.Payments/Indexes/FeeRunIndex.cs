using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class FeeRunIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string RunId { get; set; } = string.Empty;

    /// <summary>Unique.</summary>
    public string KeyHash { get; set; } = string.Empty;

    public string NameHash { get; set; } = string.Empty;

    /// <summary>The name and the place among its runs. Unique: of two people who charge the same at once, one sees what the other did.</summary>
    public string NamePlace { get; set; } = string.Empty;

    public string State { get; set; } = string.Empty;

    public long ProposedMilliseconds { get; set; }
}

public sealed class FeeRunIndexProvider : IndexProvider<FeeRun>
{
    public FeeRunIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<FeeRun> context) => context
        .For<FeeRunIndex>()
        .Map(run => new FeeRunIndex
        {
            RunId = run.RunId,
            KeyHash = run.KeyHash,
            NameHash = run.NameHash,
            NamePlace = FormattableString.Invariant($"{run.NameHash}:{run.Place}"),
            State = run.State,
            ProposedMilliseconds = run.ProposedAt.ToUnixTimeMilliseconds(),
        });
}
