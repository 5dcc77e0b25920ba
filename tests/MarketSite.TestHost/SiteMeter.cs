using System.Diagnostics;
using System.Globalization;

namespace MarketSite.TestHost;

/// <summary>What requests cost a site that is started with <see cref="SiteOptions.IsMeasured"/>.</summary>
public sealed class SiteMeter(string file)
{
    private readonly Dictionary<string, List<RequestCost>> _read = new(StringComparer.Ordinal);

    private long _position;

    /// <summary>A trace that no request has had.</summary>
    public static string NewTrace() => ActivityTraceId.CreateRandom().ToHexString();

    /// <summary>How many commands one request for a page sends to the database.</summary>
    public async Task<int> CountAsync(SiteClient browser, string address)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var trace = browser.Trace = NewTrace();
        var answer = await browser.AskAsync(address);
        browser.Trace = null;
        return answer.IsSuccess || answer.Redirect is not null
            ? (await ReadAsync(trace))[0].Commands
            : throw new InvalidOperationException($"{address} answered {answer.Status}.");
    }

    /// <summary>What the requests of a trace cost. The site writes it down once it has answered, so there is some patience with it.</summary>
    /// <param name="trace">The trace of <see cref="SiteClient.Trace"/>.</param>
    /// <param name="requests">How many requests were sent under it.</param>
    public async Task<IReadOnlyList<RequestCost>> ReadAsync(string trace, int requests = 1)
    {
        for (var patience = 300; patience > 0; patience--)
        {
            await ReadOnAsync();
            if (_read.TryGetValue(trace, out var costs) && costs.Count >= requests)
            {
                return costs;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException("The site did not say what the request cost.");
    }

    private async Task ReadOnAsync()
    {
        await using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = _position;
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        _position += whole.Length;
        foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            if (!_read.TryGetValue(parts[0], out var costs))
            {
                _read.Add(parts[0], costs = []);
            }

            costs.Add(new RequestCost(int.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture)));
        }
    }
}

/// <summary>What one request cost.</summary>
/// <param name="Commands">The commands it sent to the database, on PostgreSQL; 0 on SQLite, whose driver does not tell.</param>
/// <param name="Milliseconds">The time from its arrival to its answer's end, at the server.</param>
public sealed record RequestCost(int Commands, double Milliseconds);
