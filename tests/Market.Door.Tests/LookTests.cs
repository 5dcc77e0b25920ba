using Deque.AxeCore.Commons;
using Market.Door.Tests.Fixtures;
using MarketSite.BrowserTests;
using Microsoft.Playwright;

namespace Market.Door.Tests;

/// <summary>The market's public pages in TheTheme, which knows nothing of them: nothing scrolls sideways on a narrow phone, axe finds no serious barrier.</summary>
public sealed class LookTests(DoorFixture door)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly ViewportSize[] Screens = [new() { Width = 360, Height = 740 }, new() { Width = 1280, Height = 800 }];

    [Fact]
    public async Task The_pages_are_readable_and_usable_in_a_theme_that_does_not_know_them()
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        var market = await door.MarketAsync();
        using var member = await Member.JoinAsync(market);
        await member.TakeMembershipAsync();
        var link = (await market.Admin.GetAsync(member.Account)).One("#payment-link-address").GetAttribute("value")!;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = market.Process.Address.ToString(), ReducedMotion = ReducedMotion.Reduce });
        await context.AddCookiesAsync(member.Browser.Cookies.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = market.Process.Address.ToString() }));
        var page = await context.NewPageAsync();
        var faults = new List<string>();

        foreach (var address in (string[])["my-account", new Uri(link).AbsolutePath, "pay/no-such-link", "reminders/stop/no-such-link", "order"])
        {
            await page.GotoAsync(address);
            faults.AddRange((await FaultsAsync(page)).Select(fault => $"{address}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task<List<string>> FaultsAsync(IPage page)
    {
        var faults = new List<string>();
        await page.EvaluateAsync(Axe);
        foreach (var screen in Screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"scrolls sideways at {screen.Width} px");
            }

            foreach (var scheme in (string[])["light", "dark"])
            {
                await page.EvaluateAsync("scheme => document.documentElement.dataset.bsTheme = scheme", scheme);
                faults.AddRange((await BarriersAsync(page)).Select(barrier => $"{screen.Width} px, {scheme}: {barrier}"));
            }
        }

        return faults;
    }

    private static Task<string[]> BarriersAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        async () => {
          const result = await axe.run('.market-page', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
          if (result.passes.length === 0) throw new Error('axe looked at nothing');
          return result.violations
            .filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.id}, ${violation.help}: ${node.html}`));
        }
        """);
}
