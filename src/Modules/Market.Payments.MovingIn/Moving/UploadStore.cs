using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Models;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Keeps the files that somebody is about to move in from: for whoever brought them, and for a day.</summary>
public sealed class UploadStore(ISession session, IClock clock)
{
    private const int BatchSize = 20;

    /// <summary>How long a file waits.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The file of a run; none where it is somebody else's, moved in or too old.</summary>
    public async Task<MovingUpload?> FindAsync(string runId, string userId) =>
        await session.Query<MovingUpload, MovingUploadIndex>(index => index.RunId == runId, MovingCollection.Name).FirstOrDefaultAsync() is { } upload
        && upload.UserId == userId && upload.BroughtAt >= Oldest ? upload : null;

    /// <summary>Those that somebody brought, the newest first.</summary>
    public async Task<IReadOnlyList<MovingUpload>> ListAsync(string userId)
    {
        var oldest = Oldest.ToUnixTimeMilliseconds();
        return [.. await session
            .Query<MovingUpload, MovingUploadIndex>(index => index.UserId == userId && index.BroughtMilliseconds >= oldest, MovingCollection.Name)
            .OrderByDescending(index => index.BroughtMilliseconds)
            .Take(BatchSize)
            .ListAsync()];
    }

    public Task SaveAsync(MovingUpload upload) => session.SaveAsync(upload, MovingCollection.Name);

    public void Delete(MovingUpload upload) => session.Delete(upload, MovingCollection.Name);

    /// <summary>Deletes what is too old, some at a time.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DeleteOldAsync()
    {
        var oldest = Oldest.ToUnixTimeMilliseconds();
        var old = await session.Query<MovingUpload, MovingUploadIndex>(index => index.BroughtMilliseconds < oldest, MovingCollection.Name).Take(BatchSize).ListAsync();
        var count = 0;
        foreach (var upload in old)
        {
            Delete(upload);
            count++;
        }

        return count;
    }

    private DateTimeOffset Oldest => new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) - LongestWait;
}
