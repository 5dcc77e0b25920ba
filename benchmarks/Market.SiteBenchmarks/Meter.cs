using System.Diagnostics;

namespace Market.SiteBenchmarks;

/// <summary>Takes the time of something, and watches the memory meanwhile.</summary>
internal static class Meter
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>The soonest of some times: what the machine does beside it makes others longer.</summary>
    public static async Task<Measured<T>> SoonestAsync<T>(int times, Func<Task<T>> doAsync)
    {
        var soonest = await OfAsync(doAsync);
        for (var time = 1; time < times; time++)
        {
            var next = await OfAsync(doAsync);
            soonest = next.Elapsed < soonest.Elapsed ? next : soonest;
        }

        return soonest;
    }

    public static async Task<Measured<T>> OfAsync<T>(Func<Task<T>> doAsync)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, managed, working) = (process.WorkingSet64, 0L, 0L);
        using var end = new CancellationTokenSource();
        var looks = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                process.Refresh();
                (managed, working) = (Math.Max(managed, GC.GetTotalMemory(forceFullCollection: false)), Math.Max(working, process.WorkingSet64));
                await Task.Delay(BetweenLooks);
            }
        });
        var busy = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var answer = await doAsync();
        watch.Stop();
        busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
        await end.CancelAsync();
        await looks;
        return new Measured<T>(answer, watch.Elapsed, busy, Mebibytes(managed), Mebibytes(working - before));
    }

    private static double Mebibytes(long bytes) => bytes / 1024d / 1024d;
}

/// <summary>What something took.</summary>
/// <param name="Answer">What came of it.</param>
/// <param name="Elapsed">How long.</param>
/// <param name="Busy">How long cores worked for it in this process, together.</param>
/// <param name="ManagedMebibytes">The most that the managed heap of the process had, garbage included.</param>
/// <param name="ProcessMebibytes">How much more the process had than before, at most.</param>
internal sealed record Measured<T>(T Answer, TimeSpan Elapsed, TimeSpan Busy, double ManagedMebibytes, double ProcessMebibytes);
