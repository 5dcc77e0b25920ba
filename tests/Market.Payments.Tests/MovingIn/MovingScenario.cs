using System.Text;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MovingIn;

/// <summary>What the scenarios do at the pages of moving in.</summary>
public abstract class MovingScenario(SiteFixture fixture) : Scenario(fixture)
{
    protected const string Door = "/Admin/payments/moving-in";

    /// <summary>Brings a file, which leads to the page of its columns.</summary>
    protected static Task<SitePage> BringAsync(SiteClient browser, string text, string name = "members.csv") => BringAsync(browser, Encoding.UTF8.GetBytes(text), name);

    protected static async Task<SitePage> BringAsync(SiteClient browser, byte[] file, string name) =>
        await browser.UploadAsync((await browser.GetAsync(Door)).Form("#bring"), "file", name, file);

    /// <summary>Brings a file and goes on to what would be moved in, with what was guessed.</summary>
    protected static async Task<SitePage> PreviewAsync(SiteClient browser, string text) =>
        await browser.SubmitAsync((await BringAsync(browser, text)).Form("#columns"));

    /// <summary>Moves in what a preview shows.</summary>
    protected static Task<SitePage> MoveAsync(SiteClient browser, SitePage preview) => browser.SubmitAsync(preview.Form("#move-in"));

    protected static IReadOnlyList<(int Line, string Text)> FaultsOn(SitePage page) =>
        [.. page.Document.QuerySelectorAll("#faults li").Select(item => (int.Parse(item.GetAttribute("data-line")!), string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))];

    /// <summary>People, credits and debts of a preview or of what was moved in.</summary>
    protected static (string People, long Credits, long Debts) SumsOn(SitePage page) =>
        (page.TextOf("#people"), MinorUnits(page, "#credits"), MinorUnits(page, "#debts"));
}
