namespace MarketSite.BrowserTests;

/// <summary>No page writes an error to the console, misses a file or asks another host for anything.</summary>
public sealed class QuietPagesTests(Market market)
{
    [Theory]
    [MemberData(nameof(Places.Public), MemberType = typeof(Places))]
    public async Task A_public_page_loads_without_a_fault_and_from_this_site_alone(string page)
    {
        await using var visit = await market.VisitAsync(Places.Visitor(page), Screen.Phone);
        await CheckAsync(visit, page);
    }

    [Theory]
    [MemberData(nameof(Places.Back), MemberType = typeof(Places))]
    public async Task An_admin_page_loads_without_a_fault_and_from_this_site_alone(string page)
    {
        await using var visit = await market.VisitAsync(Market.Admin);
        await CheckAsync(visit, page);
    }

    private async Task CheckAsync(Visit visit, string page)
    {
        var status = await visit.GoAsync(await market.FindAsync(page));
        await visit.SettleAsync();

        // A page that is not there is reported itself, by the browser too as a rule, and nothing else.
        var isMissing = page is "not-found" or "expired" or "welcome-expired";
        Assert.Equal(isMissing ? 404 : 200, status);
        Assert.True(isMissing ? visit.Faults.Count is 1 or 2 : visit.Faults.Count == 0, string.Join(Environment.NewLine, visit.Faults));
        Assert.All(visit.Faults, fault => Assert.Contains("404", fault, StringComparison.Ordinal));
    }
}
