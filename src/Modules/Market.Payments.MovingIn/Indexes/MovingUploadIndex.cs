using Market.Payments.MovingIn.Models;
using YesSql.Indexes;

namespace Market.Payments.MovingIn.Indexes;

public class MovingUploadIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string RunId { get; set; } = string.Empty;

    public string UserId { get; set; } = string.Empty;

    public long BroughtMilliseconds { get; set; }
}

public sealed class MovingUploadIndexProvider : IndexProvider<MovingUpload>
{
    public MovingUploadIndexProvider() => CollectionName = MovingCollection.Name;

    public override void Describe(DescribeContext<MovingUpload> context) => context
        .For<MovingUploadIndex>()
        .Map(upload => new MovingUploadIndex { RunId = upload.RunId, UserId = upload.UserId, BroughtMilliseconds = upload.BroughtAt.ToUnixTimeMilliseconds() });
}
