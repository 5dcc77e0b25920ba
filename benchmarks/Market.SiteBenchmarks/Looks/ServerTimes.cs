using System.Diagnostics.Metrics;

namespace Market.SiteBenchmarks.Looks;

/// <summary>How long the server took over each request, from its arrival to its answer's end, by ASP.NET's own measurement.</summary>
internal sealed class ServerTimes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<double> _milliseconds = [];

    public ServerTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Microsoft.AspNetCore.Hosting", Name: "http.server.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) =>
        {
            lock (_milliseconds)
            {
                _milliseconds.Add(seconds * 1000);
            }
        });
        _listener.Start();
    }

    /// <summary>The median of so many requests, one after the other, after a first one that nobody counts.</summary>
    public async Task<double> MedianAsync(int count, Func<Task> askAsync)
    {
        await askAsync();
        await TakeAsync(1);
        for (var question = 0; question < count; question++)
        {
            await askAsync();
        }

        return (await TakeAsync(count)).Order().ElementAt(count / 2);
    }

    public void Dispose() => _listener.Dispose();

    // It is told once the answer is on its way, which may be read before.
    private async Task<IReadOnlyList<double>> TakeAsync(int count)
    {
        while (true)
        {
            lock (_milliseconds)
            {
                if (_milliseconds.Count >= count)
                {
                    double[] taken = [.. _milliseconds];
                    _milliseconds.Clear();
                    return taken;
                }
            }

            await Task.Delay(1);
        }
    }
}
