using Market.Payments.MovingIn.Models;
using YesSql.Indexes;

namespace Market.Payments.MovingIn.Indexes;

public class MovingRunIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string RunId { get; set; } = string.Empty;

    public long MovedMilliseconds { get; set; }
}

public sealed class MovingRunIndexProvider : IndexProvider<MovingRun>
{
    public MovingRunIndexProvider() => CollectionName = MovingCollection.Name;

    public override void Describe(DescribeContext<MovingRun> context) => context
        .For<MovingRunIndex>()
        .Map(run => new MovingRunIndex { RunId = run.RunId, MovedMilliseconds = run.MovedAt.ToUnixTimeMilliseconds() });
}
