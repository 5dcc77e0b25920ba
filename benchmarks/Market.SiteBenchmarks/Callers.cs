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
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, count).Select(caller => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (var question = 0; watch.Elapsed < duration; question++)
            {
                var asked = watch.Elapsed;
                await askAsync(caller, question);
                mine.Add((watch.Elapsed - asked).TotalMilliseconds);
            }

            return mine;
        })));
        return new Rate(watch.Elapsed, Environment.CpuUsage.TotalTime - before, [.. times.SelectMany(mine => mine).Order()]);
    }

    /// <summary>Askers who come at a steady rate, however long the others take. Each waits from when they came, also for their turn.</summary>
    /// <param name="perSecond">How many come in a second.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="askAsync">What they ask; it gets the asker's number.</param>
    public static async Task<Rate> ComeAsync(double perSecond, TimeSpan duration, Func<int, Task> askAsync)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var asked = new List<Task<double>>();
        while (watch.Elapsed < duration)
        {
            // As many as are due; a timer is not as exact as they come.
            for (var due = (int)(watch.Elapsed.TotalSeconds * perSecond); asked.Count < due;)
            {
                var number = asked.Count;
                var came = TimeSpan.FromSeconds((number + 1) / perSecond);
                asked.Add(Task.Run(async () =>
                {
                    await askAsync(number);
                    return (watch.Elapsed - came).TotalMilliseconds;
                }));
            }

            await Task.Delay(1);
        }

        var times = await Task.WhenAll(asked);
        return new Rate(watch.Elapsed, Environment.CpuUsage.TotalTime - before, [.. times.Order()]);
    }
}

/// <summary>What callers got.</summary>
/// <param name="Elapsed">In how long.</param>
/// <param name="Processor">What this process computed meanwhile, on all cores; a database server's part is not in it.</param>
/// <param name="Milliseconds">How long each answer took, the quickest first.</param>
internal sealed record Rate(TimeSpan Elapsed, TimeSpan Processor, IReadOnlyList<double> Milliseconds)
{
    public int Count => Milliseconds.Count;

    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>What one took of the processor, in milliseconds; other work on the machine does not change it much.</summary>
    public double ProcessorMilliseconds => Processor.TotalMilliseconds / Count;

    public double Percentile(double part) => Milliseconds[(int)Math.Min(Count - 1, Count * part)];

    public double Worst => Milliseconds[^1];
}
