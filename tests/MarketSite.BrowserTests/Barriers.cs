using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MarketSite.BrowserTests;

/// <summary>What axe finds in a page, on a phone and on a desktop.</summary>
public static class Barriers
{
    // Run in the page itself. Deque's own runner opens an empty page for each run, which takes seconds, to gather what frames say: no page here has any.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Asserts that there is nothing serious or critical.</summary>
    public static async Task CheckAsync(IPage page, string where, params ColorScheme[] schemes)
    {
        var barriers = new List<string>();
        await page.EvaluateAsync(Axe);
        Assert.Equal(0, await page.Locator("iframe").CountAsync());
        foreach (var screen in (ViewportSize[])[Screen.Phone, Screen.Desktop])
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in schemes)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                barriers.AddRange((await BarriersAsync(page, where)).Select(barrier => $"{screen.Width} px, {scheme}: {barrier}"));
            }
        }

        Assert.True(barriers.Count == 0, string.Join(Environment.NewLine, barriers));
    }

    private static Task<string[]> BarriersAsync(IPage page, string where) => page.EvaluateAsync<string[]>(
        """
        async where => {
          const result = await axe.run(where, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
          if (result.passes.length === 0) throw new Error(`axe looked at nothing in ${where}`);
          return result.violations
            .filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.id}, ${violation.help}: ${node.html}`));
        }
        """,
        where);
}
