using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Drawers;

/// <summary>What tests do with cash drawers, at their pages.</summary>
public abstract class DrawerScenario(SiteFixture fixture) : Scenario(fixture)
{
    protected const string Drawers = "/Admin/payments/drawers";

    protected const string OpenPath = Drawers + "/open";

    /// <summary>Opens a drawer that takes all cash, whatever another test left open.</summary>
    /// <returns>The address of its page.</returns>
    protected async Task<string> OpenAsync(string amount = "50.00")
    {
        var browser = await Fixture.CoordinatorAsync();
        foreach (var left in (await browser.GetAsync(Drawers)).Document.QuerySelectorAll("section[data-drawer]").Select(section => section.GetAttribute("data-drawer")).ToList())
        {
            await browser.SubmitAsync((await StepAsync($"{Drawers}/{left}", "close")).With("Counted", "0").With("Reason", "Left by another test"));
        }

        var page = await browser.SubmitAsync((await browser.GetAsync(OpenPath)).FormTo(OpenPath).With("Name", NewName("till")).With("Amount", amount));
        Assert.Contains($"The drawer is open with €{amount}.", page.Text, StringComparison.Ordinal);
        return page.Address.AbsolutePath;
    }

    protected async Task<SiteForm> StepAsync(string drawer, string step, SiteClient? by = null) =>
        (await (by ?? await Fixture.CoordinatorAsync()).GetAsync($"{drawer}/{step}")).FormTo($"{drawer}/{step}");

    protected async Task<SitePage> SendAsync(SiteForm form) => await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

    protected async Task<SitePage> PageAsync(string drawer) => await (await Fixture.CoordinatorAsync()).GetAsync(drawer);

    protected async Task<long> ExpectedAsync(string drawer) => MinorUnits(await PageAsync(drawer), "#expected");
}
