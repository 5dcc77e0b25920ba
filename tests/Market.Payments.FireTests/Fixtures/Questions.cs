using System.Diagnostics;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>Counts what work asks the database, on PostgreSQL, whose driver tells; whatever is asked beside it is not counted.</summary>
public static class Questions
{
    /// <summary>How many commands are sent for some work.</summary>
    public static async Task<int> CountAsync(Func<Task> work)
    {
        var (count, trace) = (0, default(ActivityTraceId));
        using var mine = new ActivitySource("Market.Questions");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql" || source == mine,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _ = activity.Source.Name == "Npgsql" && activity.TraceId == trace ? Interlocked.Increment(ref count) : 0,
        };
        ActivitySource.AddActivityListener(listener);
        using var whole = mine.StartActivity("questions")!;
        trace = whole.TraceId;
        await work();
        return count;
    }
}
