using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Drawers;

/// <summary>A cash drawer at its pages: what it should hold, what is said of it, and what is refused.</summary>
public abstract class DrawerTests(SiteFixture fixture) : DrawerScenario(fixture)
{
    [Fact]
    public async Task A_drawer_is_opened_taken_to_the_bank_handed_over_and_closed_with_its_difference_and_stands_in_books_and_journals()
    {
        var drawer = await OpenAsync();
        var account = await OpenAccountAsync();
        await PayAsync(account, "30.00");
        await PayAsync(account, "12.00", "card-terminal");
        await SendAsync((await MoneyFormAsync(account, "refund")).With("Amount", "5.00").With("Method", "cash"));
        Assert.Equal(75_00, await ExpectedAsync(drawer));

        Assert.Contains("There is only €75.00", (await SendAsync((await StepAsync(drawer, "to-bank")).With("Amount", "75.01"))).ErrorAt("Amount"), StringComparison.Ordinal);
        Assert.Contains("€25.00 is taken to the bank", (await SendAsync((await StepAsync(drawer, "to-bank")).With("Amount", "25"))).Notices, StringComparison.Ordinal);
        Assert.Contains("€10.00 is brought", (await SendAsync((await StepAsync(drawer, "from-bank")).With("Amount", "10.00"))).Notices, StringComparison.Ordinal);
        Assert.Contains("Difference: -€1.00", (await SendAsync((await StepAsync(drawer, "count")).With("Counted", "59"))).Notices, StringComparison.Ordinal);
        Assert.Contains("You have this drawer already", (await SendAsync((await StepAsync(drawer, "take-over")).With("Counted", "60"))).Summary, StringComparison.Ordinal);
        var admin = await Fixture.AdminAsync();
        Assert.Contains("yours now", (await admin.SubmitAsync((await StepAsync(drawer, "take-over", admin)).With("Pieces[5000]", "1").With("Pieces[500]", "2"))).Notices, StringComparison.Ordinal);

        var close = (await StepAsync(drawer, "close")).With("Counted", "59.50").With("ToBank", "9.50").With("TerminalSlip", "11.00").With("Reason", "Change given twice");
        var closed = await SendAsync(close);
        Assert.Contains("Difference: -€0.50", closed.Notices, StringComparison.Ordinal);
        Assert.Equal((50_00L, -50L), (MinorUnits(closed, "#counted"), MinorUnits(closed, "#difference")));
        Assert.Contains("€11.00, and €12.00 is recorded here: -€1.00", closed.TextOf("#terminal"), StringComparison.Ordinal);
        Assert.Contains("€30.00 €5.00 €25.00", closed.TextOf("#methods tr[data-method='cash']"), StringComparison.Ordinal);
        Assert.Equal(
            ["Opened", "Taken", "Brought", "Counted", "HandedOver", "Taken", "Closed"],
            closed.Document.QuerySelectorAll("#movements tbody tr").Select(row => row.GetAttribute("data-movement")));
        Assert.Contains("admin from coordinator", closed.TextOf("tr[data-movement='HandedOver']"), StringComparison.Ordinal);
        Assert.Contains("Change given twice", (await PageAsync(Drawers + "/" + closed.Address.Segments[^1])).Text, StringComparison.Ordinal);

        var hash = closed.TextsOf("code")[^1];
        Assert.Contains((await admin.GetAsync("/Admin/payments/books")).Document.QuerySelectorAll("#drawer-closings code"), code => code.GetAttribute("title") == hash);
        var year = MarketCalendar.Today.Year;
        var journal = await admin.GetAsync($"/Admin/payments/journals/file?From={year}-01-01&To={year}-12-31&Format=Csv");
        Assert.Contains("Change given twice", journal.Html, StringComparison.Ordinal);
        Assert.Equal(2, journal.Html.Split("Retrait d'espèces pour la caisse, " + closed.TextOf("h1")["Cash drawer ".Length..]).Length / 2);
    }

    [Fact]
    public async Task Nothing_is_closed_twice_or_over_what_came_meanwhile_and_a_form_sent_again_is_answered_as_the_first_time()
    {
        var drawer = await OpenAsync();
        var account = await OpenAccountAsync();
        var seen = (await StepAsync(drawer, "close")).With("Counted", "50");
        var other = (await StepAsync(drawer, "close")).With("Counted", "60");
        await PayAsync(account, "10.00");

        var looked = await SendAsync(seen);
        Assert.Contains("Meanwhile something was recorded: the drawer should hold €60.00 now", looked.Summary, StringComparison.Ordinal);
        var again = looked.FormTo(drawer + "/close");
        Assert.Equal("6000", again["Seen"]);
        Assert.Contains("€10.00 is missing: please say why", (await SendAsync(again)).ErrorAt("Reason"), StringComparison.Ordinal);
        var close = again.With("Counted", "60");
        Assert.Contains("held what it should", (await SendAsync(close)).Notices, StringComparison.Ordinal);
        Assert.Contains("held what it should", (await SendAsync(close)).Notices, StringComparison.Ordinal);
        Assert.Contains("sent before with other content", (await SendAsync(close.With("Counted", "61").With("Reason", "Other"))).Summary, StringComparison.Ordinal);
        Assert.Contains("This drawer is closed", (await SendAsync(other)).Summary, StringComparison.Ordinal);
        Assert.Equal(drawer, (await PageAsync(drawer + "/close")).Address.AbsolutePath);
        Assert.Single((await PageAsync(drawer)).Document.QuerySelectorAll("tr[data-movement='Closed']"));

        // What is recorded while none is open is in the next one's beginning.
        await PayAsync(account, "3.00");
        Assert.Equal(63_00, MinorUnits(await PageAsync(OpenPath), "#left"));
        await OpenAsync("63.00");
    }

    [Theory]
    [InlineData("Counted", "-1", "Counted", "minus")]
    [InlineData("Counted", "99999999999999999999", "Counted", "above")]
    [InlineData("Counted", "a lot", "Counted", "not an amount")]
    [InlineData("Counted", "", "Counted", "Please count")]
    [InlineData("Pieces[500]", "-1", "Pieces", "none below zero")]
    [InlineData("Pieces[500]", "99999999999999999999", "Pieces", "whole numbers")]
    [InlineData("Pieces[500]", "200000", "", "more than a drawer holds")]
    [InlineData("Pieces[3]", "1", "Pieces", "whole numbers")]
    [InlineData("Seen", "", "", "not complete")]
    [InlineData("Key", "mine", "Key", "not complete")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_nothing_is_recorded(string field, string value, string at, string says)
    {
        var drawer = await OpenAsync();
        var answer = await SendAsync((await StepAsync(drawer, "close")).With(field, value));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(says, at.Length == 0 ? answer.Summary : answer.ErrorAt(at), StringComparison.Ordinal);
        Assert.Single((await PageAsync(drawer)).Document.QuerySelectorAll("#movements tbody tr"));
    }

    [Fact]
    public async Task A_name_that_is_open_is_taken_and_a_second_drawer_takes_no_cash_of_its_own_accord()
    {
        var drawer = await OpenAsync();
        var name = (await PageAsync(drawer)).TextOf("h1")["Cash drawer ".Length..];
        var form = (await PageAsync(OpenPath)).FormTo(OpenPath).With("Amount", "5");
        Assert.Contains("A drawer of this name is open", (await SendAsync(form.With("Name", name.ToUpperInvariant()))).ErrorAt("Name"), StringComparison.Ordinal);
        Assert.Contains("at most 40", (await SendAsync(form.With("Name", new string('x', 41)))).ErrorAt("Name"), StringComparison.Ordinal);
        var second = (await SendAsync(form.With("Name", NewName("second")))).Address.AbsolutePath;
        await PayAsync(await OpenAccountAsync(), "8.00");

        Assert.Equal((58_00L, 5_00L), (await ExpectedAsync(drawer), await ExpectedAsync(second)));
    }
}

[Collection(SqliteSite.Name)]
public sealed class DrawersOnSqlite(SqliteSite site) : DrawerTests(site);

[Collection(PostgresSite.Name)]
public sealed class DrawersOnPostgres(PostgresSite site) : DrawerTests(site);
