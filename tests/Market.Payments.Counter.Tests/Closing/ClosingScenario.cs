using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Closing;

/// <summary>A market day that is over, with orders, and the page on which it is closed.</summary>
public abstract class ClosingScenario(SiteFixture fixture) : Scenario(fixture)
{
    /// <summary>Adds a distribution whose day and order window are past: nobody else's scenario meets it.</summary>
    protected async Task<string> AddPastDistributionAsync()
    {
        var place = NewName("hall");
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Contents/ContentTypes/Distribution/Create")).Form("form:has([name='DistributionPart.Place'])");
        var answer = await admin.SubmitAsync(form
            .With("DistributionPart.Place", place)
            .With("DistributionPart.Date", MarketCalendar.In(-1))
            .WithAll("DistributionPart.IsPastDayMeant", "true", "false")
            .With("DistributionPart.CollectFrom", "18:00")
            .With("DistributionPart.CollectTo", "19:30")
            .With("DistributionPart.OpensLocal", MarketCalendar.Noon(-20))
            .With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-2))
            .With("submit.Publish", "submit.Publish"));
        Assert.Contains("published", answer.Notices, StringComparison.Ordinal);
        var list = await admin.GetAsync("/Admin/Contents/ContentItems/Distribution?q=" + place);
        var link = list.Document.QuerySelectorAll("a[href*='/ContentItems/']").First(link => link.TextContent.Contains(place, StringComparison.Ordinal));
        return link.GetAttribute("href")!.Split("/ContentItems/")[1].Split('/', '?')[0];
    }

    /// <summary>Orders one of the first product for an account, as a coordinator does.</summary>
    protected async Task<Placed> OrderForAsync(string accountId, string distributionId)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await coordinator.GetAsync($"/Admin/orders/new?distributionId={distributionId}&accountId={accountId}")).FormTo("/Admin/orders/place");
        var page = await coordinator.SubmitAsync(form.With(form.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal)).Key, "1"));
        Assert.Contains("The order is saved", page.Notices, StringComparison.Ordinal);
        return new Placed(page.Address.Segments[^1], -(await BalanceAsync(accountId)), page);
    }

    /// <summary>What the admin's list of distributions says of it.</summary>
    protected async Task<string?> StateInListAsync(string distributionId)
    {
        var list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/Contents/ContentItems/Distribution?pagenum=1");
        return list.Document.QuerySelectorAll("li").LastOrDefault(item => item.InnerHtml.Contains(distributionId, StringComparison.Ordinal))
            ?.QuerySelector("[data-distribution-state]")?.GetAttribute("data-distribution-state");
    }

    protected static string Address(string distributionId) => $"/Admin/counter/{distributionId}/close";

    protected async Task<SitePage> ClosingPageAsync(string distributionId, SiteClient? by = null) =>
        await (by ?? await Fixture.CoordinatorAsync()).GetAsync(Address(distributionId));

    protected async Task<SiteForm> ClosingFormAsync(string distributionId) => (await ClosingPageAsync(distributionId)).FormTo(Address(distributionId));

    /// <summary>Closes it, whatever is open.</summary>
    protected async Task<SitePage> CloseAsync(string distributionId) =>
        await (await Fixture.CoordinatorAsync()).SubmitAsync((await ClosingFormAsync(distributionId)).With("Reason", "They pay tomorrow"));
}
