using System.Diagnostics;

namespace Market.SiteBenchmarks.Bulk;

/// <summary>Counts the commands that are sent to PostgreSQL, whose driver tells of them; SQLite's does not.</summary>
internal sealed class Commands : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public Commands()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => tag.Key is "db.statement" or "db.query.text"))
                {
                    Interlocked.Increment(ref _count);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How many there were since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public void Dispose() => _listener.Dispose();
}
