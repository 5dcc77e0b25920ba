using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>A distribution has one day, which everybody reads, and an order window that fits it.</summary>
public abstract class DistributionTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_day_that_is_moved_is_moved_wherever_it_is_read()
    {
        using var member = await RegisterAsync();
        var distribution = await AddDistributionAsync(40);
        var page = await member.Browser.GetAsync("/order?distributionId=" + distribution);
        var form = page.OrderForm();
        var order = (await member.Browser.SubmitAsync(form.With(form.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal)).Key, "1"))).Address.Segments[^1];
        var coordinator = await Fixture.CoordinatorAsync();
        (SiteReader Reader, string Path)[] pages =
        [
            (path => member.Browser.GetAsync(path), "/"),
            (path => member.Browser.GetAsync(path), "/order/" + order),
            (path => member.Browser.GetAsync(path), $"/order/{order}/cancel"),
            (path => member.Browser.GetAsync(path), "/order?distributionId=" + distribution),
            (path => member.Browser.GetAsync(path), "/my-account"),
            (path => coordinator.GetAsync(path), "/Admin/orders/" + order),
            (path => coordinator.GetAsync(path), $"/Admin/orders/{order}/correct"),
            (path => coordinator.GetAsync(path), "/Admin/payments/accounts/" + member.AccountId),
            (path => coordinator.GetAsync(path), $"/Admin/payments/accounts/{member.AccountId}/payment"),
        ];

        var moved = await EditDistributionAsync(distribution, editor => editor.With("DistributionPart.Date", MarketCalendar.In(47)));

        Assert.Contains("published", moved.Notices, StringComparison.Ordinal);
        foreach (var (reader, path) in pages)
        {
            var text = (await reader(path)).Text;
            Assert.Contains(Words(47), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Words(40), text, StringComparison.Ordinal);
        }

        await CloseForGoodAsync(distribution);
    }

    [Fact]
    public async Task The_editor_leads_to_what_is_on_sale()
    {
        var distribution = await AddDistributionAsync(43);
        var admin = await Fixture.AdminAsync();

        var link = (await admin.GetAsync($"/Admin/Contents/ContentItems/{distribution}/Edit")).One("#on-sale-of-distribution").GetAttribute("href")!;

        Assert.True((await admin.GetAsync(link)).IsSuccess);
        Assert.Empty((await admin.GetAsync("/Admin/Contents/ContentTypes/Distribution/Create")).Document.QuerySelectorAll("#on-sale-of-distribution"));
    }

    [Fact]
    public async Task A_window_that_closes_after_the_day_is_refused_and_a_past_day_is_asked_about()
    {
        var distribution = await AddDistributionAsync(40);

        var late = await EditDistributionAsync(distribution, form => form.With("DistributionPart.ClosesLocal", MarketCalendar.Noon(41)));
        var past = await EditDistributionAsync(distribution, form => form
            .With("DistributionPart.Date", MarketCalendar.In(-3))
            .With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-4)));

        Assert.Equal("Orders must close before the day of the distribution is over.", late.ErrorAt("DistributionPart.ClosesLocal"));
        Assert.Equal("This day is past. Say that it is meant, or choose another.", past.ErrorAt("DistributionPart.Date"));
        var answer = await (await Fixture.AdminAsync()).SubmitAsync(past.Form("form:has([name='DistributionPart.Place'])")
            .WithAll("DistributionPart.IsPastDayMeant", "true", "false")
            .With("submit.Publish", "submit.Publish"));
        Assert.Contains("published", answer.Notices, StringComparison.Ordinal);

        // It is not asked again.
        var again = await EditDistributionAsync(distribution, form => form.With("DistributionPart.CollectTo", "20:00"));
        Assert.Contains("published", again.Notices, StringComparison.Ordinal);
    }

    private delegate Task<MarketSite.TestHost.SitePage> SiteReader(string path);

    // So that it is not the one that the others order for.
    private Task<MarketSite.TestHost.SitePage> CloseForGoodAsync(string distribution) =>
        EditDistributionAsync(distribution, form => form.With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-1)));

    private static string Words(int days) => MarketCalendar.Today.AddDays(days).ToString("MMMM d, yyyy", CultureInfo.GetCultureInfo("en"));
}

[Collection(SqliteSite.Name)]
public sealed class DistributionsOnSqlite(SqliteSite site) : DistributionTests(site);

[Collection(PostgresSite.Name)]
public sealed class DistributionsOnPostgres(PostgresSite site) : DistributionTests(site);
