using System.Diagnostics;
using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>What the treasurer does with the books: verify them, and let them out to the accountant.</summary>
public abstract class BooksTests(SiteFixture fixture) : Scenario(fixture)
{
    private static readonly string ThisYear = string.Create(CultureInfo.InvariantCulture, $"From={MarketCalendar.Today.Year}-01-01&To={MarketCalendar.Today.Year}-12-31");

    [Fact]
    public async Task A_verification_says_that_the_books_hold()
    {
        var admin = await Fixture.AdminAsync();
        var before = await admin.GetAsync("/Admin/payments/books");

        await admin.SubmitAsync(before.FormTo("/Admin/payments/books/verify"));

        var page = await UntilVerifiedAsync(admin);
        Assert.All(page.Document.QuerySelectorAll("#books-health tr"), row => Assert.Equal("true", row.GetAttribute("data-good")));
        Assert.Empty(page.Document.QuerySelectorAll("#findings"));
    }

    [Fact]
    public async Task The_audit_trail_tells_who_recorded_and_who_corrected()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "7.77");
        var coordinator = await Fixture.CoordinatorAsync();
        var reverse = await coordinator.GetAsync((await StatementAsync(accountId))[0].ReverseAddress!);
        await coordinator.SubmitAsync(reverse.Form(".market-form").With("Reason", "Typed twice"));

        var admin = await Fixture.AdminAsync();
        var trail = await admin.GetAsync("/Admin/AuditTrail/" + accountId);
        var other = await admin.GetAsync("/Admin/AuditTrail/" + UnknownId);

        Assert.DoesNotContain("Correction", other.Text, StringComparison.Ordinal);
        Assert.Contains("Payment or refund", trail.Text, StringComparison.Ordinal);
        Assert.Contains("Correction", trail.Text, StringComparison.Ordinal);
        Assert.Contains("coordinator", trail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_closed_before_it_is_over()
    {
        var admin = await Fixture.AdminAsync();
        var page = await admin.GetAsync("/Admin/payments/books");

        var answer = await admin.SubmitAsync(page.FormTo("/Admin/payments/books/close"));

        Assert.Contains("Nothing is due: a period is closed once it is over.", answer.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journals_hold_a_payment_with_its_counterpart()
    {
        var name = NewName("client");
        var accountId = await OpenAccountAsync(name);
        await PayAsync(accountId, "12,34");
        var admin = await Fixture.AdminAsync();

        var csv = (await admin.GetAsync($"/Admin/payments/journals/file?{ThisYear}&Format=Csv")).Html.Split("\r\n");
        var hledger = (await admin.GetAsync($"/Admin/payments/journals/file?{ThisYear}&Format=Hledger")).Html;

        var credit = Assert.Single(csv, line => line.Contains(name, StringComparison.Ordinal));
        Assert.Contains(",0.00,12.34,EUR,", credit, StringComparison.Ordinal);
        var entry = credit.Split(',')[1];
        Assert.Contains(csv, line => line.StartsWith($"CA,{entry},", StringComparison.Ordinal) && line.Contains(",12.34,0.00,EUR,", StringComparison.Ordinal));
        Assert.Contains("-12.34 EUR", hledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_FEC_is_named_by_the_markets_SIREN()
    {
        var admin = await Fixture.AdminAsync();
        var address = $"/Admin/payments/journals/file?{ThisYear}&Format=Fec";

        var without = await admin.GetAsync(address);
        SitePage? with = null;
        await WithSettingsAsync(
            form => form.With(Setting(form, "Siren"), "732 829 320"),
            async () => with = await admin.AskAsync(address));

        Assert.Contains("A FEC is named by the market's SIREN", without.ErrorAt("Format"), StringComparison.Ordinal);
        var lines = with!.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("JournalCode\tJournalLib\tEcritureNum", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(18, line.Split('\t').Length));
    }

    [Fact]
    public async Task One_file_is_of_one_financial_year()
    {
        var admin = await Fixture.AdminAsync();
        SitePage? across = null, within = null;
        await WithSettingsAsync(
            form => form.With(Setting(form, "FirstMonth"), "9"),
            async () =>
            {
                across = await admin.GetAsync("/Admin/payments/journals/file?From=2025-01-01&To=2025-12-31&Format=Csv");
                within = await admin.GetAsync("/Admin/payments/journals/file?From=2024-09-01&To=2025-08-31&Format=Csv");
            });

        Assert.Contains("One file is of one financial year: that of the first day is September 1, 2024 to August 31, 2025.", across!.ErrorAt("To"), StringComparison.Ordinal);
        Assert.StartsWith("journal,entry,date", within!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_locked_takes_no_operation_and_stays_locked()
    {
        var admin = await Fixture.AdminAsync();
        var accountId = await OpenAccountAsync();
        var settings = await SettingsFormAsync(admin);
        var lockDay = Setting(settings, "LockDay");
        Assert.Contains("The payment settings are saved.", (await admin.SubmitAsync(settings.With(lockDay, "2001-06-30"))).Notices, StringComparison.Ordinal);
        var payment = (await admin.GetAsync($"/Admin/payments/accounts/{accountId}/payment")).Form(".market-form");
        var adjustment = (await admin.GetAsync($"/Admin/payments/accounts/{accountId}/adjust")).Form(".market-form");

        var paid = await admin.SubmitAsync(payment.With("Amount", "5").With("Method", "cash").With("OccurredOn", "2001-06-30"));
        var adjusted = await admin.SubmitAsync(adjustment.With("Amount", "5").With("Memo", "Because").With("OccurredOn", "2001-06-30"));
        var unlocked = await admin.SubmitAsync((await SettingsFormAsync(admin)).With(lockDay, ""));
        var earlier = await admin.SubmitAsync((await SettingsFormAsync(admin)).With(lockDay, "2001-06-29"));

        Assert.All(new[] { paid, adjusted }, page => Assert.Contains("The first day that is open is July 1, 2001.", page.ErrorAt("OccurredOn"), StringComparison.Ordinal));
        Assert.Empty(await StatementAsync(accountId));
        Assert.All(new[] { unlocked, earlier }, page => Assert.Contains("What is locked up to June 30, 2001 stays locked.", page.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FirstMonth", "13", "Please choose the month")]
    [InlineData("LockDay", "2999-01-01", "Only days that are over can be locked.")]
    [InlineData("LockDay", "soon", "Please enter the date.")]
    [InlineData("Siren", "123456789", "This SIREN is not valid")]
    [InlineData("Numbers[Sales]", "7", "7 is no account number")]
    [InlineData("Numbers[VatCollected-550]", "44", "44 is no account number for TVA collectée à 5,5 %")]
    [InlineData("VatNumber", "FR45 732829320", "This VAT number is not valid")]
    [InlineData("FeeVat", "100,01", "The VAT rate must be from 0 to 100 %")]
    [InlineData("Vat", "Sometimes", "Sometimes")]
    public async Task A_wrong_accounting_setting_is_refused(string field, string value, string sentence)
    {
        var admin = await Fixture.AdminAsync();
        var form = await SettingsFormAsync(admin);

        var answer = await admin.SubmitAsync(form.With(Setting(form, field), value));

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The payment settings are saved.", answer.Notices, StringComparison.Ordinal);
    }

    internal static async Task<SitePage> UntilVerifiedAsync(SiteClient admin)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var page = await admin.GetAsync("/Admin/payments/books");
            if (page.Text.Contains("accounts verified on", StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5), "The books are not verified: " + page.Text);

            await Task.Delay(200);
        }
    }
}

[Collection(SqliteSite.Name)]
public sealed class BooksOnSqlite(SqliteSite site) : BooksTests(site);

[Collection(PostgresSite.Name)]
public sealed class BooksOnPostgres(PostgresSite site) : BooksTests(site);
