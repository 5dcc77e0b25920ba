using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Vat;

/// <summary>What is sold is booked by rates of VAT from the order to the journals, and not where the market owes none.</summary>
public abstract class VatTests(SiteFixture fixture) : Scenario(fixture)
{
    private static readonly string Day = FormattableString.Invariant($"From={MarketCalendar.Today.AddDays(2).Year}-01-01&To={MarketCalendar.Today.AddDays(2).Year}-12-31");

    [Fact]
    public async Task What_an_order_sells_is_booked_by_rates_with_its_changes_corrections_and_reversals()
    {
        using var member = await RegisterAsync();
        var admin = await Fixture.AdminAsync();
        await SetRateAsync(admin, "Miel", "20");
        var before = await VatAsync(admin);
        var order = await OrderAsync(member.Browser, products: 20);
        var placed = await BookedAsync(order.OrderId);
        Assert.Equal(order.Total, -placed.Where(line => line.Key != "411").Sum(line => line.Value));
        Assert.Equal(["411", "44571055", "44571200", "707055", "707200"], placed.Keys.Order(StringComparer.Ordinal));

        var correct = $"/Admin/orders/{order.OrderId}/correct";
        var form = (await admin.GetAsync(correct)).FormTo(correct);
        var line = form.Fields.First(field => field.Key.StartsWith("Costs", StringComparison.Ordinal)).Key;
        await admin.SubmitAsync(form.With(line, "0").With("Reason", "It did not come"));

        var corrected = await BookedAsync(order.OrderId);
        var vat = (await admin.GetAsync("/Admin/orders/" + order.OrderId)).TextOf("#vat");
        Assert.Equal(vat, Euro(-corrected.Where(account => account.Key.StartsWith("44571", StringComparison.Ordinal)).Sum(account => account.Value)));
        Assert.NotEqual(placed["707055"] + placed["707200"], corrected["707055"] + corrected["707200"]);
        var after = await VatAsync(admin);
        Assert.Equal(-corrected["44571055"] - corrected["44571200"], after.Vat - before.Vat);

        foreach (var operation in await StatementAsync(member.AccountId))
        {
            var reverse = (await admin.GetAsync(operation.ReverseAddress!)).Form(".market-form");
            await admin.SubmitAsync(reverse.With("Reason", "A mistake"));
        }

        Assert.All((await BookedAsync(order.OrderId)).Values, sum => Assert.Equal(0, sum));
        Assert.Equal(before, await VatAsync(admin));
    }

    [Fact]
    public async Task A_market_that_owes_no_VAT_books_none()
    {
        using var member = await RegisterAsync();
        var admin = await Fixture.AdminAsync();
        var before = await VatAsync(admin);
        Placed? order = null;
        await WithSettingsAsync(
            form => form.With(Setting(form, "Vat"), "Franchise"),
            async () => order = await OrderAsync(member.Browser));

        Assert.Equal(["411", "707"], (await BookedAsync(order!.OrderId)).Keys.Order(StringComparer.Ordinal));
        var after = await VatAsync(admin);
        Assert.Equal((before.Vat, before.Without + 1), (after.Vat, after.Without));
    }

    [Fact]
    public async Task Rates_have_the_numbers_that_the_market_gives_them()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser, products: 1);
        await WithSettingsAsync(
            form => form.With(Setting(form, "Numbers[Sales]"), "7011").With(Setting(form, "Numbers[VatCollected-550]"), "445712"),
            async () => Assert.Equal(["411", "445712", "7011055"], (await BookedAsync(order.OrderId)).Keys.Order(StringComparer.Ordinal)));
    }

    private static async Task SetRateAsync(SiteClient admin, string product, string rate)
    {
        var list = await admin.GetAsync("/Admin/Contents/ContentItems/Product?q=" + product);
        var edit = list.Document.QuerySelectorAll("a[href*='/Edit']").First(link => link.TextContent.Contains(product, StringComparison.Ordinal)).GetAttribute("href")!;
        var form = (await admin.GetAsync(edit)).Form("form:has([name='ProductPart.Vat'])");
        Assert.Contains("published", (await admin.SubmitAsync(form.With("ProductPart.Vat", rate).With("submit.Publish", "submit.Publish"))).Notices, StringComparison.Ordinal);
    }

    // What all entries of an order come to, debits less credits, by account.
    private async Task<Dictionary<string, long>> BookedAsync(string orderId)
    {
        var csv = (await (await Fixture.AdminAsync()).GetAsync($"/Admin/payments/journals/file?{Day}&Format=Csv")).Html.Split("\r\n");
        return csv.Select(line => line.Split(',')).Where(fields => fields.Contains(orderId))
            .GroupBy(fields => fields[4], fields => Cents(fields[^4]) - Cents(fields[^3]), StringComparer.Ordinal)
            .ToDictionary(account => account.Key, account => account.Sum(), StringComparer.Ordinal);
    }

    private static async Task<(long Vat, long Without)> VatAsync(SiteClient admin)
    {
        var page = await admin.GetAsync("/Admin/payments/journals/vat?" + Day);
        var vat = page.Document.QuerySelectorAll("#vat-by-rates tbody tr").Sum(row => long.Parse(row.QuerySelectorAll("[data-minor-units]")[1].GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture));
        return (vat, long.Parse(page.Document.QuerySelector("#vat-without")?.GetAttribute("data-count") ?? "0", CultureInfo.InvariantCulture));
    }

    private static long Cents(string text) => long.Parse(text.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
}

[Collection(SqliteSite.Name)]
public sealed class VatOnSqlite(SqliteSite site) : VatTests(site);

[Collection(PostgresSite.Name)]
public sealed class VatOnPostgres(PostgresSite site) : VatTests(site);
