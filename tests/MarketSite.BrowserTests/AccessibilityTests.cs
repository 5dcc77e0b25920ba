using Microsoft.Playwright;

namespace MarketSite.BrowserTests;

/// <summary>axe finds nothing serious or critical by WCAG 2, levels A and AA: in public pages in light and dark, each page on a phone and on a desktop.</summary>
public sealed class AccessibilityTests(Market market)
{
    [Theory]
    [MemberData(nameof(Places.Public), MemberType = typeof(Places))]
    public async Task A_public_page_has_no_serious_barrier(string page)
    {
        await using var visit = await market.VisitAsync(Places.Visitor(page));
        await visit.GoAsync(await market.FindAsync(page));
        await Barriers.CheckAsync(visit.Page, "html", ColorScheme.Light, ColorScheme.Dark);
    }

    [Theory]
    [MemberData(nameof(Places.Back), MemberType = typeof(Places))]
    public async Task An_admin_page_has_no_serious_barrier(string page)
    {
        await using var visit = await market.VisitAsync(Market.Admin);
        await visit.GoAsync(await market.FindAsync(page));

        // What stands around it, the menu and the bar at the top, is Orchard's. So are the colours: in its dark look the links, the hints
        // and the outlined buttons of every page of its own have too little contrast, and ours have the same.
        await Barriers.CheckAsync(visit.Page, ".ta-content", ColorScheme.Light);
    }
}
