using System.Globalization;
using System.Text;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Day;

/// <summary>What a day's pages cost, as a table of docs/performance.md.</summary>
public static class DayTable
{
    public static async Task<string> WriteAsync(DayLog log, SiteProcess site)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(site);
        using var browser = site.NewClient();
        var text = new StringBuilder("\n| | requests | p50 ms | p95 ms | SQL commands | page KiB | first visit KiB |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var page in log.Traces)
        {
            var costs = new List<RequestCost>();
            foreach (var trace in page)
            {
                costs.Add((await site.Meter.ReadAsync(trace))[0]);
            }

            var times = costs.Select(cost => cost.Milliseconds).Order().ToList();
            var commands = costs.Select(cost => cost.Commands).Order().ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"| {page.Key} | {times.Count} | {At(times, 50):0} | {At(times, 95):0} | {Spread(commands)} | {await WeightAsync(browser, log.FirstOf(page.Key))} |");
        }

        return text.ToString();
    }

    private static T At<T>(List<T> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];

    // SQLite's driver does not tell.
    private static string Spread(List<int> commands) => commands[^1] == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{At(commands, 50)} ({commands[0]}–{commands[^1]})");

    // A page by itself, and with the styles, scripts and pictures that it names; neither zipped.
    private static async Task<string> WeightAsync(SiteClient browser, SitePage answer)
    {
        if (answer.Redirect is not null)
        {
            return "– | –";
        }

        var files = answer.Document.QuerySelectorAll("link[rel=stylesheet], script[src], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Distinct()
            .ToList();
        double page = Encoding.UTF8.GetByteCount(answer.Html), all = page;
        foreach (var file in files)
        {
            var content = await browser.AskAsync(file);
            Assert.True(content.IsSuccess, $"{answer.Address} names {file}: {(int)content.Status}");
            all += Encoding.UTF8.GetByteCount(content.Html);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{page / 1024:0} | {(files.Count == 0 ? "–" : $"{all / 1024:0}")}");
    }
}
