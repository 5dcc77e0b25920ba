using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MarketSite.BrowserTests;

/// <summary>axe finds nothing serious or critical by WCAG 2, levels A and AA: in public pages in light and dark, each page on a phone and on a desktop.</summary>
public sealed class AccessibilityTests(Market market)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    [Theory]
    [MemberData(nameof(Places.Public), MemberType = typeof(Places))]
    public async Task A_public_page_has_no_serious_barrier(string page)
    {
        await using var visit = await market.VisitAsync(Places.Visitor(page));
        await visit.GoAsync(await market.FindAsync(page));
        await CheckAsync(visit, "html", ColorScheme.Light, ColorScheme.Dark);
    }

    [Theory]
    [MemberData(nameof(Places.Back), MemberType = typeof(Places))]
    public async Task An_admin_page_has_no_serious_barrier(string page)
    {
        await using var visit = await market.VisitAsync(Market.Admin);
        await visit.GoAsync(await market.FindAsync(page));

        // What stands around it, the menu and the bar at the top, is Orchard's. So are the colours: in its dark look the links, the hints
        // and the outlined buttons of every page of its own have too little contrast, and ours have the same.
        await CheckAsync(visit, ".ta-content", ColorScheme.Light);
    }

    private static async Task CheckAsync(Visit visit, string where, params ColorScheme[] schemes)
    {
        var barriers = new List<string>();
        foreach (var screen in (ViewportSize[])[Screen.Phone, Screen.Desktop])
        {
            await visit.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in schemes)
            {
                await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var result = await visit.Page.RunAxe(new AxeRunContext { Include = [new AxeSelector(where)] }, Rules);
                barriers.AddRange(result.Violations
                    .Where(violation => violation.Impact is "serious" or "critical")
                    .SelectMany(violation => violation.Nodes, (violation, node) => $"{screen.Width} px, {scheme}: {violation.Id}, {violation.Help}: {node.Html}"));
            }
        }

        Assert.True(barriers.Count == 0, string.Join(Environment.NewLine, barriers));
    }
}
