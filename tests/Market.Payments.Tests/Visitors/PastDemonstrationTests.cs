using System.Text;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>The demonstration as who starts it in Development has it: half a year before the weeks that the other tests count on.</summary>
[Collection(SqliteSite.Name)]
public sealed class PastDemonstrationTests(SqliteSite fixture) : Scenario(fixture)
{
    [Fact]
    public async Task It_has_half_a_year_of_everything_and_its_books_hold()
    {
        await using var site = await Fixture.StartAsync(new SiteOptions { Variables = new Dictionary<string, string?> { ["Market__PastDistributions"] = "12" } });
        using var admin = await site.SignInAsync("admin");
        await PlayedAsync(admin);
        using var coordinator = await site.SignInAsync("coordinator");

        var balances = await coordinator.GetAsync("/Admin/payments/balances");
        Assert.Equal(4, balances.TextsOf(".market-ages dd").Count(text => text.Any(letter => letter is >= '1' and <= '9')));
        Assert.True(MinorUnits(balances, "#total-held") > 0);
        var trends = await coordinator.GetAsync("/Admin/trends");
        Assert.DoesNotContain("There is nothing to show yet.", trends.Text, StringComparison.Ordinal);
        Assert.All(
            trends.Document.QuerySelectorAll("section[data-trend]"),
            chart => Assert.Contains(chart.QuerySelectorAll("tbody td"), cell => cell.TextContent.Any(letter => letter is >= '1' and <= '9')));
        Assert.Contains("Reminder 3", (await coordinator.GetAsync("/Admin/payments/reminders/sent")).Text, StringComparison.Ordinal);
        Assert.Contains("-€5.00", (await coordinator.GetAsync("/Admin/payments/drawers")).Text.Replace("−", "-", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("no rate recorded", (await coordinator.GetAsync("/Admin/payments/drawers/past-drawer-11")).Text, StringComparison.Ordinal);
        var uncollected = Assert.Single((await coordinator.GetAsync("/Admin")).TextsOf("#desk-matters li"), matter => matter.Contains("Orders not collected", StringComparison.Ordinal));
        Assert.Matches(@"\b1\b", uncollected);
        Assert.Contains("Adhésion annuelle", (await coordinator.GetAsync("/Admin/payments/fees")).Text, StringComparison.Ordinal);
        using var member = await site.SignInAsync("member");
        Assert.Contains("26.10", (await member.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        await LookAtTheBankAsync(coordinator);
        var taker = (await coordinator.GetAsync("/Admin/payments/clients?search=adele%20aubry")).One("tbody a[href*='/payments/accounts/']").GetAttribute("href")!;
        Assert.Contains("Bocal 1 L", (await coordinator.GetAsync(taker)).TextOf("#returnables [data-held='1']"), StringComparison.Ordinal);
        Assert.Contains("40 clients", (await coordinator.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);

        Assert.False(Directory.Exists(Path.Combine(site.DataFolder, "Sites", "Default", "Emails")), "Somebody was written to.");
        Assert.Empty(site.Faults);
        site.Stop();
        var verified = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = site.DataFolder, Command = "verify" });
        Assert.Equal(0, verified.Code);
    }

    // What is certain of the weeks' statement is posted, and the example that a visitor downloads goes on where it ended.
    private static async Task LookAtTheBankAsync(SiteClient coordinator)
    {
        var bank = await coordinator.GetAsync("/Admin/payments/bank");
        Assert.Equal("2", bank.TextOf("#to-match"));
        Assert.Equal(0, MinorUnits(bank, "#difference"));
        Assert.Equal(["Ambiguous", "Nothing"], Reasons(await coordinator.GetAsync("/Admin/payments/bank/lines?show=Open")));
        Assert.Equal(["BankFee"], Reasons(await coordinator.GetAsync("/Admin/payments/bank/lines?show=Out")));

        var example = await coordinator.AskAsync(bank.One("#example-statement a").GetAttribute("href")!);
        var read = await coordinator.UploadAsync(bank.Form("#read"), "file", "releve-exemple.xml", Encoding.UTF8.GetBytes(example.Html));
        Assert.Equal(["AnnouncedAndName", "Reference", "Reference", "Reference"], Reasons(read));
        Assert.Equal(["AmountAndName"], Reasons(await coordinator.GetAsync(read.Address.PathAndQuery + "&show=Likely")));
        Assert.Equal(["Name", "Nothing"], Reasons(await coordinator.GetAsync(read.Address.PathAndQuery + "&show=Open")));
        var posted = await coordinator.SubmitAsync(read.Form("#post-certain"));
        Assert.Contains("4 lines are posted.", posted.Notices, StringComparison.Ordinal);
        var after = await coordinator.GetAsync("/Admin/payments/bank");
        Assert.Empty(after.Document.QuerySelectorAll("[data-gap]"));
        Assert.Equal(0, MinorUnits(after, "#difference"));
    }

    private static IEnumerable<string> Reasons(SitePage lines) =>
        lines.Document.QuerySelectorAll("#lines li").Select(line => line.GetAttribute("data-reason")!).Order(StringComparer.Ordinal);

    // Last of all, its days are closed.
    private static async Task PlayedAsync(SiteClient admin)
    {
        for (var patience = DateTime.UtcNow.AddMinutes(3); (await admin.GetAsync("/Admin/payments/books")).Text.Contains("Nothing is closed yet", StringComparison.Ordinal); await Task.Delay(200))
        {
            Assert.True(DateTime.UtcNow < patience, "The past was not played.");
        }
    }
}
