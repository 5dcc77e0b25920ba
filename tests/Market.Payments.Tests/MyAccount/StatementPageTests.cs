using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MyAccount;

/// <summary>A member's statement: what paid what, as of a day, of a period, searched, on paper and as a file.</summary>
[Collection(SqliteSite.Name)]
public sealed class StatementPageTests(SqliteSite site) : Scenario(site)
{
    [Fact]
    public async Task Each_line_says_what_paid_it_or_what_it_paid()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, "1.03");

        var page = await member.Browser.GetAsync("/my-account/statement");

        var lines = page.Document.QuerySelectorAll("#statement li.entry").Select(line => line.TextContent).ToList();
        Assert.Equal(2, lines.Count);

        // An order is dated on the day it is collected, which is to come.
        Assert.Contains("Paid by:", lines[0], StringComparison.Ordinal);
        Assert.Contains(Euro(103), lines[0], StringComparison.Ordinal);
        Assert.Contains($"Still to pay: {Euro(order.Total - 103)}.", lines[0], StringComparison.Ordinal);
        Assert.Contains("It paid:", lines[1], StringComparison.Ordinal);
        Assert.Contains("Order, ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_a_day_nothing_of_later_is_there_and_the_coordinator_reads_the_same()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "20.17", "cash", ("OccurredOn", MarketCalendar.In(-10)));
        await PayAsync(member.AccountId, "5.19", "cash", ("OccurredOn", MarketCalendar.In(-2)));
        var (before, since) = ($"?to={MarketCalendar.In(-5)}", $"?from={MarketCalendar.In(-5)}");

        foreach (var page in (SitePage[])
        [
            await member.Browser.GetAsync("/my-account/statement" + before),
            await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/accounts/{member.AccountId}/statement{before}"),
        ])
        {
            Assert.Equal((2017, 1), (MinorUnits(page, "#closing"), page.Document.QuerySelectorAll("#statement li.entry").Length));
            Assert.Contains($"{Euro(2017)} of it are kept as credit.", page.Text, StringComparison.Ordinal);
        }

        var later = await member.Browser.GetAsync("/my-account/statement" + since);
        Assert.Equal(2536, MinorUnits(later, "#closing"));
        Assert.Contains(Euro(2017), later.TextOf("#period dd"), StringComparison.Ordinal);
        Assert.Single(later.Document.QuerySelectorAll("#statement li.entry"));
        var print = await member.Browser.GetAsync("/my-account/statement/print" + since);
        Assert.Contains(Euro(2017), print.TextOf("tbody tr:first-child"), StringComparison.Ordinal);
        Assert.Contains(Euro(2536), print.TextOf("tfoot"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7,31")]
    [InlineData("crate of LEMÔNS")]
    [InlineData("cash lemons")]
    public async Task A_line_is_found_by_its_amount_or_its_words(string searched)
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "7.31", "cash", ("Memo", "For a crate of lemons"));
        await PayAsync(member.AccountId, "2.29");

        var page = await member.Browser.GetAsync("/my-account/statement?search=" + Uri.EscapeDataString(searched));

        Assert.Equal("731", Assert.Single(page.Document.QuerySelectorAll("#statement li.entry")).GetAttribute("data-minor-units"));
    }

    [Fact]
    public async Task Days_in_the_wrong_order_are_said_and_everything_is_shown()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "7.37");

        var page = await member.Browser.GetAsync($"/my-account/statement?from={MarketCalendar.In(0)}&to={MarketCalendar.In(-1)}");

        Assert.Contains("Please enter two dates, the first one first.", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("#statement li.entry"));
    }

    [Fact]
    public async Task The_file_is_for_a_spreadsheet_and_runs_nothing()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "3.41", "cash", ("Memo", "=HYPERLINK(\"https://example.org\")"));

        var file = (await member.Browser.GetAsync("/my-account/statement/csv")).Html;

        Assert.StartsWith("Date,Operation,Note,Amount,Balance,Currency\r\n", file, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.EndsWith(",3.41,3.41,EUR\r\n", file, StringComparison.Ordinal);
    }
}
