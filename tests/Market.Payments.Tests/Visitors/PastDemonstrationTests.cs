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
        Assert.Contains("40 clients", (await coordinator.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);

        using var member = await site.SignInAsync("member");
        Assert.Contains("26.10", (await member.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.DataFolder, "Sites", "Default", "Emails")), "Somebody was written to.");
        Assert.Empty(site.Faults);
        site.Stop();
        var verified = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = site.DataFolder, Command = "verify" });
        Assert.Equal(0, verified.Code);
    }

    // Last of all, its days are closed.
    private static async Task PlayedAsync(SiteClient admin)
    {
        for (var patience = DateTime.UtcNow.AddMinutes(3); (await admin.GetAsync("/Admin/payments/books")).Text.Contains("Nothing is closed yet", StringComparison.Ordinal); await Task.Delay(200))
        {
            Assert.True(DateTime.UtcNow < patience, "The past was not played.");
        }
    }
}
