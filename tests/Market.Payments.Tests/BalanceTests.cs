using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>The page of all balances.</summary>
public abstract class BalanceTests(SiteFixture fixture) : Scenario(fixture)
{
    private const int PageSize = 50;

    [Fact]
    public async Task The_totals_are_the_sums_over_all_accounts_whatever_page_and_search_are_shown()
    {
        await FillMoreThanAPageAsync();

        var rows = await AllRowsAsync(string.Empty);

        Assert.True(rows.Count > PageSize);
        Assert.Equal(rows.Count, rows.Select(row => row.AccountId).Distinct().Count());
        foreach (var query in new[] { "", "pagenum=2", "search=helene", "search=nobody-at-all", "filter=Credit&sort=Number" })
        {
            var page = await PageAsync(query);
            Assert.Equal(-rows.Where(row => row.Balance < 0).Sum(row => row.Balance), MinorUnits(page, "#total-owed"));
            Assert.Equal(rows.Where(row => row.Balance > 0).Sum(row => row.Balance), MinorUnits(page, "#total-held"));
            Assert.Equal(rows.Count(row => row.Balance == 0).ToString(CultureInfo.InvariantCulture), page.TextOf("#total-settled"));
        }
    }

    [Fact]
    public async Task The_totals_move_with_every_posting()
    {
        var accountId = await OpenAccountAsync();
        var before = await PageAsync(string.Empty);

        await PayAsync(accountId, "17.03");

        var after = await PageAsync(string.Empty);
        Assert.Equal(MinorUnits(before, "#total-held") + 1703, MinorUnits(after, "#total-held"));
        Assert.Equal(MinorUnits(before, "#total-owed"), MinorUnits(after, "#total-owed"));
    }

    [Fact]
    public async Task The_age_of_a_debt_follows_what_is_posted_since_it_was_looked_at()
    {
        var name = NewName("client");
        var accountId = await OpenAccountAsync(name);
        var coordinator = await Fixture.CoordinatorAsync();
        var due = MarketCalendar.Today.AddDays(-45).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await coordinator.SubmitAsync((await MoneyFormAsync(accountId, "adjust")).With("InFavour", "false").With("Amount", "12.34").With("Memo", "long ago").With("OccurredOn", due));
        Assert.Equal("31–60 days: €12.34", await AgeAsync());

        await PayAsync(accountId, "12.00");
        Assert.Equal("31–60 days: €0.34", await AgeAsync());

        await coordinator.SubmitAsync((await MoneyFormAsync(accountId, "adjust")).With("InFavour", "false").With("Amount", "5.00").With("Memo", "today"));
        Assert.Equal("0–30 days: €5.00, 31–60 days: €0.34", await AgeAsync());

        await PayAsync(accountId, "6.00");
        Assert.Null(await AgeAsync());

        async Task<string?> AgeAsync() => (await PageAsync("search=" + name)).Document.QuerySelector($"tr[data-account='{accountId}'] svg")?.GetAttribute("aria-label");
    }

    [Theory]
    [InlineData("helene")]
    [InlineData("HÉLÈNE")]
    [InlineData("lène fau")]
    public async Task A_name_is_found_without_its_accents_and_capitals(string search)
    {
        var rows = RowsOn(await PageAsync("search=" + Uri.EscapeDataString(search)));

        Assert.Contains("Hélène Faure", Assert.Single(rows).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    public async Task Signs_mean_themselves_among_the_clients_too(string search)
    {
        var clients = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/clients?search=" + Uri.EscapeDataString(search));

        Assert.Contains("No client fits this search.", clients.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_found_on_both_lists_however_it_is_typed_and_a_reference_as_it_is_printed()
    {
        var name = "L’Œuvre d’Anne‑Lise " + NewName("x")[^6..];
        var account = await OpenAccountAsync(name);
        var coordinator = await Fixture.CoordinatorAsync();
        var printed = (await coordinator.GetAsync("/Admin/payments/accounts/" + account)).Document.QuerySelectorAll(".market-number").Select(element => element.TextContent.Trim()).First(text => text.StartsWith("RF", StringComparison.Ordinal));
        foreach (var search in new[] { "l'oeuvre d'anne lise" + name[^7..], "LOEUVRE DANNE-LISE" + name[^7..], printed })
        {
            Assert.Contains(account, RowsOn(await PageAsync("search=" + Uri.EscapeDataString(search))).Select(row => row.AccountId));
            Assert.Contains(account, (await coordinator.GetAsync("/Admin/payments/clients?search=" + Uri.EscapeDataString(search))).Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("137.91")]
    [InlineData("137,91")]
    [InlineData("137.91 €")]
    public async Task An_amount_finds_who_owes_or_holds_it(string search)
    {
        var (holds, owes, neither) = (await OpenAccountAsync(), await OpenAccountAsync(), await OpenAccountAsync());
        await PayAsync(holds, "137.91");
        await PayAsync(neither, "137.92");
        var form = (await MoneyFormAsync(owes, "adjust")).With("InFavour", "false").With("Amount", "137.91").With("Memo", "Debt of old");
        await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        var found = RowsOn(await PageAsync("search=" + Uri.EscapeDataString(search))).Select(row => row.AccountId).ToList();

        Assert.Contains(holds, found);
        Assert.Contains(owes, found);
        Assert.DoesNotContain(neither, found);
    }

    [Fact]
    public async Task A_number_finds_its_account()
    {
        var row = RowsOn(await PageAsync("search=helene")).Single();
        var number = row.Number;

        Assert.Equal(row.AccountId, Assert.Single(RowsOn(await PageAsync("search=" + number))).AccountId);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("!")]
    [InlineData("'; DROP TABLE x --")]
    public async Task Signs_in_a_search_mean_themselves(string search)
    {
        var page = await PageAsync("search=" + Uri.EscapeDataString(search));

        Assert.Contains("No account fits this search.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filters_show_who_owes_holds_and_is_settled()
    {
        var settled = await OpenAccountAsync();
        var all = await AllRowsAsync(string.Empty);

        var toPay = await AllRowsAsync("filter=ToPay");
        var credit = await AllRowsAsync("filter=Credit");
        var atZero = await AllRowsAsync("filter=Settled");

        Assert.All(toPay, row => Assert.True(row.Balance < 0));
        Assert.All(credit, row => Assert.True(row.Balance > 0));
        Assert.All(atZero, row => Assert.Equal(0, row.Balance));
        Assert.Contains(settled, atZero.Select(row => row.AccountId));
        Assert.NotEmpty(toPay);
        Assert.NotEmpty(credit);
        Assert.Equal(all.Count, toPay.Count + credit.Count + atZero.Count);
    }

    [Fact]
    public async Task A_closed_account_is_neither_listed_nor_counted_among_the_settled()
    {
        var name = NewName("client");
        var accountId = await OpenAccountAsync(name);
        var before = await PageAsync("search=" + name);
        Assert.Equal(accountId, Assert.Single(RowsOn(before)).AccountId);

        await CloseAccountAsync(accountId);

        foreach (var filter in (string[])["All", "Settled"])
        {
            var after = await PageAsync($"search={name}&filter={filter}");
            Assert.Empty(RowsOn(after));
            Assert.Equal(int.Parse(before.TextOf("#total-settled"), CultureInfo.InvariantCulture) - 1, int.Parse(after.TextOf("#total-settled"), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task The_sorts_put_first_what_they_say()
    {
        await OpenAccountAsync("Aaa " + NewName());
        var owed = await AllRowsAsync("sort=Owed");
        var held = await AllRowsAsync("sort=Held");
        var number = await AllRowsAsync("sort=Number");
        var name = await AllRowsAsync("sort=Name");

        Assert.Equal(owed.Select(row => row.Balance).Order(), owed.Select(row => row.Balance));
        Assert.Equal(held.Select(row => row.Balance).OrderDescending(), held.Select(row => row.Balance));
        Assert.Equal(number.Select(row => row.Number).Order(StringComparer.Ordinal), number.Select(row => row.Number));
        Assert.StartsWith("Aaa ", name[0].Text, StringComparison.Ordinal);
    }

    private async Task FillMoreThanAPageAsync()
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Contents/ContentTypes/Client/Create")).Form("form:has([name='ClientAccountPart.Name'])").With("submit.Publish", "submit.Publish");
        for (var missing = PageSize + 1 - (await AllRowsAsync(string.Empty)).Count; missing > 0; missing--)
        {
            await admin.SendAsync(form.With("ClientAccountPart.Name", NewName("client")));
        }
    }

    private async Task<IReadOnlyList<Row>> AllRowsAsync(string query)
    {
        var rows = new List<Row>();
        for (var number = 1; ; number++)
        {
            var page = RowsOn(await PageAsync($"{query}&pagenum={number}"));
            rows.AddRange(page);
            if (page.Count < PageSize)
            {
                return rows;
            }
        }
    }

    private async Task<SitePage> PageAsync(string query) => await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/balances?" + query);

    private static IReadOnlyList<Row> RowsOn(SitePage page) =>
    [
        .. page.Document.QuerySelectorAll("tr[data-account]").Select(row => new Row(
            row.GetAttribute("data-account")!,
            long.Parse(row.GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture),
            row.QuerySelector("td small")!.TextContent.Trim(),
            string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))),
    ];

    private sealed record Row(string AccountId, long Balance, string Number, string Text);
}

[Collection(SqliteSite.Name)]
public sealed class BalancesOnSqlite(SqliteSite site) : BalanceTests(site);

[Collection(PostgresSite.Name)]
public sealed class BalancesOnPostgres(PostgresSite site) : BalanceTests(site);
