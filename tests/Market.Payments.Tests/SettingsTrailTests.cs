using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Whoever changes where money goes leaves a trace, at whatever door, and the administrators read of it.</summary>
public abstract class SettingsTrailTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Iban = "FR7630006000011234567890189";
    private const string OtherIban = "FR1420041010050500013M02606";

    [Fact]
    public async Task A_change_on_the_page_is_kept_field_by_field_and_the_administrators_are_told()
    {
        var holder = NewName("holder");
        await WithSettingsAsync(
            form => form.With(Setting(form, "TransferIban"), Iban).With(Setting(form, "TransferHolder"), "before"),
            () => WithSettingsAsync(
                form => form.With(Setting(form, "TransferIban"), OtherIban).With(Setting(form, "TransferHolder"), holder).With(Setting(form, "TerminalName"), "another terminal"),
                async () =>
                {
                    var kept = await LastAsync("PaymentsSettings");
                    Assert.Contains($"TransferIban: {Iban} → {OtherIban}", kept, StringComparison.Ordinal);
                    Assert.Contains($"TransferHolder: before → {holder}", kept, StringComparison.Ordinal);
                    Assert.Contains("→ another terminal", kept, StringComparison.Ordinal);
                    Assert.Contains("admin", kept, StringComparison.Ordinal);
                }));

        var mail = await new Mailbox(Site.DataFolder).WaitForAsync(text => text.Contains($"→ {holder}", StringComparison.Ordinal));
        Assert.Equal("admin@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.EndsWith("where money goes was changed", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("admin changed this on ", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"IBAN for transfers: {Iban} → {OtherIban}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("terminal", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_kept_and_told_as_changed_only()
    {
        var secret = "rk_test_" + Guid.NewGuid().ToString("n");
        var admin = await Fixture.AdminAsync();
        var form = await SettingsFormAsync(admin);
        await admin.SubmitAsync(form.With(Setting(form, "SecretKey"), secret).With(Setting(form, "PublishableKey"), "pk_test_" + secret[^12..]));

        var kept = await LastAsync("StripeSettings");
        Assert.Contains("ProtectedSecretKey: ", kept, StringComparison.Ordinal);
        Assert.Contains(" → •••", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("CfDJ8", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        var mail = await new Mailbox(Site.DataFolder).WaitForAsync(text => text.Contains("→ pk_test_" + secret[^12..], StringComparison.Ordinal));
        Assert.Contains("Secret or restricted key: changed", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CfDJ8", mail.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "MarketSettings", "Payments": { "ChequePayee": "PAYEE" } }""")]
    [InlineData("""{ "name": "Settings", "PaymentsSettings": { "Active": true, "CurrencyCode": "EUR", "OfferedMethods": [], "ChequePayee": "PAYEE", "AnnouncedStaleDays": 10 } }""")]
    public async Task No_recipe_goes_past_the_trail(string step)
    {
        var payee = NewName("payee");
        await WithSettingsAsync(form => form.With(Setting(form, "ChequePayee"), "before"), async () =>
        {
            await ImportAsync(step.Replace("PAYEE", payee, StringComparison.Ordinal));

            Assert.Contains($"ChequePayee: before → {payee}", await LastAsync("PaymentsSettings"), StringComparison.Ordinal);
            Assert.Contains($"Payee of cheques: before → {payee}", (await new Mailbox(Site.DataFolder).WaitForAsync(text => text.Contains($"→ {payee}", StringComparison.Ordinal))).TextBody, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Settings_of_accounting_and_reminders_are_kept_and_what_did_not_change_is_not()
    {
        await ImportAsync("""{ "name": "MarketSettings", "Accounting": { "Numbers": { "Sales": "7071" } }, "Reminders": { "Cap": 7, "QuietWeekdays": ["Monday", "Sunday"] } }""");
        await ImportAsync("""{ "name": "MarketSettings", "Accounting": { "Numbers": { "Sales": "7072" } }, "Reminders": { "Cap": 8, "QuietWeekdays": [] } }""");

        Assert.Contains("Numbers.Sales: 7071 → 7072", await LastAsync("AccountingSettings"), StringComparison.Ordinal);
        var reminders = await LastAsync("RemindersSettings");
        Assert.Contains("Cap: 7 → 8", reminders, StringComparison.Ordinal);
        Assert.Contains("QuietWeekdays: Monday, Sunday → –", reminders, StringComparison.Ordinal);
        Assert.DoesNotContain("ThresholdMinorUnits", reminders, StringComparison.Ordinal);

        var before = (await TrailAsync("RemindersSettings")).Count;
        await ImportAsync("""{ "name": "MarketSettings", "Reminders": { "Cap": 8 } }""");
        Assert.Equal(before, (await TrailAsync("RemindersSettings")).Count);
        await ImportAsync("""{ "name": "MarketSettings", "Accounting": { "Numbers": {} }, "Reminders": { "Cap": 3 } }""");
    }

    private async Task ImportAsync(string step)
    {
        var admin = await Fixture.AdminAsync();
        var page = await admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        var answer = await admin.SubmitAsync(page.Form("form:has([name='Json'])").With("Json", $$"""{ "steps": [{{step}}] }"""));
        Assert.Contains("Recipe imported successfully!", answer.Notices, StringComparison.Ordinal);
    }

    /// <summary>The addresses of what the trail has of these settings, the newest first.</summary>
    private async Task<IReadOnlyList<string>> TrailAsync(string section) =>
    [
        .. (await (await Fixture.AdminAsync()).GetAsync("/Admin/AuditTrail/" + section)).Document
            .QuerySelectorAll("a[href*='/AuditTrail/Display/']").Select(link => link.GetAttribute("href")!).Distinct(),
    ];

    private async Task<string> LastAsync(string section) => (await (await Fixture.AdminAsync()).GetAsync((await TrailAsync(section))[0])).Text;
}

[Collection(SqliteSite.Name)]
public sealed class SettingsTrailOnSqlite(SqliteSite site) : SettingsTrailTests(site);

[Collection(PostgresSite.Name)]
public sealed class SettingsTrailOnPostgres(PostgresSite site) : SettingsTrailTests(site);
