using System.Text.Json;
using MarketSite.TestHost;

namespace Market.SiteBenchmarks.Looks;

/// <summary>A counter for which many ordered: the page, all that the phone takes along, what is new since, and the page that closes it.</summary>
internal sealed class CounterDay(Site site, IReadOnlyList<string> accounts)
{
    /// <summary>Its pages, once there are so many orders.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PagesAsync(SiteClient coordinator, int orders)
    {
        var counter = "Admin/counter/" + await new OrderedDistribution(site).CreateAsync(accounts.Take(orders));
        var all = await coordinator.AskAsync(counter + "/state");
        var cursor = JsonDocument.Parse(all.Html).RootElement.GetProperty("cursor").GetString()!;
        return new Dictionary<string, string>
        {
            ["a counter"] = counter,
            ["a counter, all members"] = counter + "/state",
            ["a counter, what is new"] = $"{counter}/state?since={Uri.EscapeDataString(cursor)}",
            ["a counter, closing"] = counter + "/close",
        };
    }
}
