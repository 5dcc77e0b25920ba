using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

/// <summary>
/// Runs inside a site that is measured, before the site's own code: the runtime knows it by this name, without a namespace. For each request
/// it writes down how long the server took and how many commands it sent to PostgreSQL, whose driver tells of them.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable that names the file to write to.</summary>
    internal const string Variable = "MARKET_METER";

    private const string Requests = "Microsoft.AspNetCore";

    private const string Database = "Npgsql";

    private static readonly ConcurrentDictionary<ActivityTraceId, int> _commands = new();

    private static readonly Lock _writing = new();

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
        {
            return;
        }

        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name is Requests or Database,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == Requests)
                {
                    _commands.TryRemove(activity.TraceId, out var commands);
                    lock (_writing)
                    {
                        File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{activity.TraceId} {commands} {activity.Duration.TotalMilliseconds:0.0}\n"));
                    }
                }
                else if (activity.TagObjects.Any(tag => tag.Key is "db.statement" or "db.query.text"))
                {
                    _commands.AddOrUpdate(activity.TraceId, 1, (_, count) => count + 1);
                }
            },
        });
    }
}
