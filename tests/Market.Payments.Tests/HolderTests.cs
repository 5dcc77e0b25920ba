using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>The payer's bank compares the holder with the IBAN: the holder is confirmed once, and stands everywhere as it was confirmed.</summary>
public abstract class HolderTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Holder = "ASS L'ÉTAL D’ÉLOÏSE & CIE (42)";

    private const string Question = "Nobody has confirmed that the account's holder is written as the bank knows it";

    [Fact]
    public Task It_is_asked_for_until_it_is_confirmed_and_again_once_the_holder_or_the_account_is_another() => WithSettingsAsync(
        settings => settings.With(Setting(settings, "TransferHolder"), Holder).WithAll(Setting(settings, "HolderConfirmed"), "false"),
        async () =>
        {
            Assert.True(await IsAskedAsync());
            Assert.Contains("the payer's bank compares this name with the IBAN", (await (await Fixture.AdminAsync()).GetAsync("/Admin/payments/settings")).Text, StringComparison.Ordinal);

            await SaveAsync(form => form.WithAll(Setting(form, "HolderConfirmed"), "true", "false"));
            Assert.False(await IsAskedAsync());
            await SaveAsync(form => form.With(Setting(form, "TerminalName"), "another"));
            Assert.False(await IsAskedAsync());

            // The tick that stood there is for what stood there.
            await SaveAsync(form => form.With(Setting(form, "TransferHolder"), Holder + " bis"));
            Assert.True(await IsAskedAsync());
            await SaveAsync(form => form.WithAll(Setting(form, "HolderConfirmed"), "true", "false"));
            await SaveAsync(form => form.With(Setting(form, "TransferIban"), "DE89370400440532013000"));
            Assert.True(await IsAskedAsync());
        });

    [Fact]
    public async Task A_recipe_that_changes_the_holder_has_it_asked_for_again()
    {
        var plain = await Fixture.PlainAsync();
        const string Details = """{ "name": "MarketSettings", "Payments": { "OfferedMethods": ["cash", "transfer"], "TransferIban": "FR7630006000011234567890189", "TransferHolder": """;
        await plain.ImportAsync(Details + "\"First\", \"TransferConfirmed\": \"First · FR7630006000011234567890189\" } }");
        Assert.DoesNotContain(Question, (await plain.Admin.GetAsync("/Admin/payments/to-set")).Text, StringComparison.Ordinal);

        await plain.ImportAsync(Details + "\"Second\" } }");

        Assert.Contains(Question, (await plain.Admin.GetAsync("/Admin/payments/to-set")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_and_mail_and_the_code_name_the_holder_so()
    {
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser);
        var before = await member.Browser.GetAsync("/my-account");

        await WithSettingsAsync(settings => settings.With(Setting(settings, "TransferHolder"), Holder), async () =>
        {
            var account = await member.Browser.GetAsync("/my-account");
            Assert.Contains(Holder, account.TextOf(".transfer-lines"), StringComparison.Ordinal);
            Assert.Contains(Holder, account.One(".transfer-code [role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
            Assert.NotEqual(before.One(".transfer-code svg").OuterHtml, account.One(".transfer-code svg").OuterHtml);
            var mail = await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/reminders/preview?accountId={member.AccountId}&step=1");
            Assert.Contains(Holder, mail.TextOf("#plain"), StringComparison.Ordinal);
        });
    }

    private async Task<bool> IsAskedAsync() =>
        (await (await Fixture.AdminAsync()).GetAsync("/Admin/payments/to-set")).Text.Contains(Question, StringComparison.Ordinal);

    private async Task SaveAsync(Func<SiteForm, SiteForm> change)
    {
        var admin = await Fixture.AdminAsync();
        Assert.Contains("The payment settings are saved.", (await admin.SubmitAsync(change(await SettingsFormAsync(admin)))).Notices, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class HoldersOnSqlite(SqliteSite site) : HolderTests(site);

[Collection(PostgresSite.Name)]
public sealed class HoldersOnPostgres(PostgresSite site) : HolderTests(site);
