using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Desk;

/// <summary>Trends: what the database sums by month is what accounts and orders say.</summary>
public abstract class TrendTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task The_last_month_says_what_the_balances_say()
    {
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser);
        var coordinator = await Fixture.CoordinatorAsync();
        var balances = await coordinator.GetAsync("/Admin/payments/balances");

        var debt = (await CsvAsync(coordinator, "debt"))[^1];
        var ages = (await CsvAsync(coordinator, "debt-age"))[^1];

        Assert.Equal(MinorUnits(balances, "#total-owed"), Cents(debt[1]));
        Assert.Equal(MinorUnits(balances, "#total-held"), Cents(debt[2]));
        Assert.Equal(MinorUnits(balances, "#total-owed"), ages.Skip(1).Sum(Cents));
    }

    [Fact]
    public async Task What_is_taken_ordered_and_taken_back_counts_once()
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var (cheque, orders, years) = (await LastAsync(coordinator, "takings", "Cheque"), (await CsvAsync(coordinator, "orders"))[^1], await ThisYearAsync(coordinator));

        // Today's, for an order counts in the month of its distribution.
        var distribution = await (await Fixture.AdminAsync()).AddDistributionAsync(NewName("hall"), MarketCalendar.In(0), MarketCalendar.Noon(-20), MarketCalendar.In(0) + "T23:59");
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, "18.31", "cheque", ("Details[cheque-number]", "0431"), ("Details[cheque-bank]", "La Banque"));
        using var other = await RegisterAsync();
        var cancelled = await OrderAsync(other.Browser);
        var cancel = await other.Browser.GetAsync($"/order/{cancelled.OrderId}/cancel");
        await other.Browser.SubmitAsync(cancel.FormTo("/order/cancel"));
        await EditDistributionAsync(distribution, form => form.With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-1)));

        Assert.Equal(cheque + 18_31, await LastAsync(coordinator, "takings", "Cheque"));
        var after = (await CsvAsync(coordinator, "orders"))[^1];
        Assert.Equal((int.Parse(orders[1]) + 1, int.Parse(orders[2]) + 1), (int.Parse(after[1]), int.Parse(after[2])));
        Assert.Equal(years + order.Total, await ThisYearAsync(coordinator));
    }

    [Fact]
    public async Task The_page_has_a_table_for_each_chart_and_its_figures_for_the_script()
    {
        var page = await (await Fixture.CoordinatorAsync("fr")).GetAsync("/Admin/trends");

        var sections = page.Document.QuerySelectorAll("[data-trend]");
        Assert.Equal(7, sections.Length);
        Assert.Contains("Délai de paiement", page.Text, StringComparison.Ordinal);
        foreach (var section in sections.Where(section => section.QuerySelector("table") is not null))
        {
            using var told = System.Text.Json.JsonDocument.Parse(section.QuerySelector("script[type='application/json']")!.TextContent);
            var columns = told.RootElement.GetProperty("columns").GetArrayLength();
            Assert.Equal(columns, section.QuerySelectorAll("tbody tr").Length);
            Assert.All(told.RootElement.GetProperty("series").EnumerateArray(), series => Assert.Equal(columns, series.GetProperty("values").GetArrayLength()));
        }
    }

    private static async Task<long> LastAsync(SiteClient browser, string chart, string label)
    {
        var rows = await CsvAsync(browser, chart);
        var column = Array.IndexOf(rows[0], label);
        return column < 0 ? 0 : Cents(rows[^1][column]);
    }

    private static async Task<long> ThisYearAsync(SiteClient browser) => (await CsvAsync(browser, "years")).Skip(1).Sum(row => Cents(row[2]));

    private static async Task<List<string[]>> CsvAsync(SiteClient browser, string chart) =>
    [
        .. (await browser.GetAsync("/Admin/trends/" + chart)).Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')),
    ];

    private static long Cents(string text) => text.Length == 0 ? 0 : (long)decimal.Round(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
}

[Collection(SqliteSite.Name)]
public sealed class TrendsOnSqlite(SqliteSite site) : TrendTests(site);

[Collection(PostgresSite.Name)]
public sealed class TrendsOnPostgres(PostgresSite site) : TrendTests(site);
