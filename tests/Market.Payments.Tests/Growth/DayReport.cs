using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Growth;

/// <summary>What the requests of a day cost, by their kind.</summary>
internal sealed class DayReport(SiteProcess site)
{
    private readonly ConcurrentQueue<(string Kind, string Trace, string Html)> _asked = new();

    public Task<SitePage> AskAsync(string kind, SiteClient browser, string path) => NoteAsync(kind, browser, () => browser.AskAsync(path));

    public Task<SitePage> SendAsync(string kind, SiteClient browser, SiteForm form) => NoteAsync(kind, browser, () => browser.SendAsync(form));

    /// <summary>One request of a browser, which sends one at a time.</summary>
    public async Task<SitePage> NoteAsync(string kind, SiteClient browser, Func<Task<SitePage>> ask)
    {
        browser.Trace = SiteMeter.NewTrace();
        var page = await ask();
        _asked.Enqueue((kind, browser.Trace, page.Html));
        browser.Trace = null;
        return page;
    }

    /// <summary>A row for each kind of request: how many, the server's time, the database's commands, and the answer as it is and compressed.</summary>
    public async Task<string> TableAsync()
    {
        var text = new StringBuilder("| Request | times | p50 ms | p95 ms | commands p50 | most | kB | gzip | brotli |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var kind in _asked.GroupBy(asked => asked.Kind))
        {
            var costs = new List<RequestCost>();
            foreach (var asked in kind)
            {
                costs.Add((await site.Meter.ReadAsync(asked.Trace))[0]);
            }

            var milliseconds = costs.Select(cost => cost.Milliseconds).Order().ToList();
            var commands = costs.Select(cost => cost.Commands).Order().ToList();
            var bytes = Encoding.UTF8.GetBytes(kind.MaxBy(asked => asked.Html.Length).Html);
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {costs.Count} | {At(milliseconds, 50):0} | {At(milliseconds, 95):0} | {At(commands, 50)} | {commands[^1]} | {Kilobytes(bytes.Length)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Kilobytes(Size(bytes, to => new GZipStream(to, CompressionLevel.Optimal)))} | {Kilobytes(Size(bytes, to => new BrotliStream(to, CompressionLevel.Optimal)))} |\n");
        }

        return text.ToString();
    }

    /// <summary>What a page brings along besides pictures, on a first visit: its styles and scripts.</summary>
    public static async Task<string> WeightAsync(SiteClient browser, string path)
    {
        var page = await browser.GetAsync(path);
        var text = new StringBuilder();
        var (whole, zipped) = (Encoding.UTF8.GetByteCount(page.Html), Size(Encoding.UTF8.GetBytes(page.Html), to => new BrotliStream(to, CompressionLevel.Optimal)));
        foreach (var address in page.Document.QuerySelectorAll("link[rel~=stylesheet], script[src]").Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!).Distinct())
        {
            var bytes = Encoding.UTF8.GetBytes((await browser.AskAsync(address)).Html);
            whole += bytes.Length;
            zipped += Size(bytes, to => new BrotliStream(to, CompressionLevel.Optimal));
            text.Append(CultureInfo.InvariantCulture, $"; {address.Split('?')[0]} {Kilobytes(bytes.Length)}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{path}: {Kilobytes(whole)} kB, {Kilobytes(zipped)} kB with brotli{text}");
    }

    private static T At<T>(List<T> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    private static string Kilobytes(long bytes) => (bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);

    private static long Size(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var to = new MemoryStream();
        using (var stream = compress(to))
        {
            stream.Write(bytes);
        }

        return to.ToArray().Length;
    }
}
