using System.Diagnostics;

namespace Market.SiteBenchmarks;

/// <summary>Callers who each ask again as soon as they are answered, for a while.</summary>
internal static class Callers
{
    /// <param name="count">How many.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="askAsync">What a caller asks; it gets the caller's number and that of the question.</param>
    public static async Task<Rate> RunAsync(int count, TimeSpan duration, Func<int, int, Task> askAsync)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, count).Select(caller => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (var question = 0; watch.Elapsed < duration; question++)
            {
                var before = watch.Elapsed;
                await askAsync(caller, question);
                mine.Add((watch.Elapsed - before).TotalMilliseconds);
            }

            return mine;
        })));
        return new Rate(watch.Elapsed, [.. times.SelectMany(mine => mine).Order()]);
    }
}

/// <summary>What callers got.</summary>
/// <param name="Elapsed">In how long.</param>
/// <param name="Milliseconds">How long each answer took, the quickest first.</param>
internal sealed record Rate(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds)
{
    public int Count => Milliseconds.Count;

    public double PerSecond => Count / Elapsed.TotalSeconds;

    public double Percentile(double part) => Milliseconds[(int)Math.Min(Count - 1, Count * part)];

    public double Worst => Milliseconds[^1];
}
