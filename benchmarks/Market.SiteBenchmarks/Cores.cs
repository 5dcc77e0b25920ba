using System.Diagnostics;
using System.Globalization;

namespace Market.SiteBenchmarks;

/// <summary>How many cores this process may use. A database server beside it has all.</summary>
internal static class Cores
{
    /// <summary>From now on, with all threads; those to come are like the one that makes them.</summary>
    public static async Task UseAsync(int count)
    {
        var last = (count - 1).ToString(CultureInfo.InvariantCulture);
        using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", "0-" + last, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        await taskset.WaitForExitAsync();
        if (taskset.ExitCode != 0)
        {
            throw new InvalidOperationException("The process could not be held to some cores.");
        }
    }
}
