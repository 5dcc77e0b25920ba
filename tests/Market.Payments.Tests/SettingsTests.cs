using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests;

/// <summary>The payment settings, and the floor they set.</summary>
public abstract class SettingsTests(SiteFixture fixture) : Scenario(fixture)
{
    [Theory]
    [InlineData("TransferIban", "FR7630006000011234567890188", "This IBAN is not valid. Please check every digit.")]
    [InlineData("TransferIban", "", "This IBAN is not valid. Please check every digit.")]
    [InlineData("TransferBic", "AGRI", "This BIC is not valid: it has 8 or 11 characters.")]
    [InlineData("TransferHolder", " ", "Please enter the holder of the account.")]
    [InlineData("ChequePayee", "", "Please say to whom cheques are made out.")]
    [InlineData("CurrencyCode", "EURO", "This is not a currency code. Examples: EUR, CHF, TND.")]
    [InlineData("CurrencyCode", "", "This is not a currency code. Examples: EUR, CHF, TND.")]
    [InlineData("CurrencyCode", "CHF", "The currency cannot change any more: there are operations, ")]
    [InlineData("Floor", "low", "This is not an amount.")]
    [InlineData("Floor", "-1.234", "The amount has more than 2 decimals.")]
    public async Task A_wrong_setting_is_refused_at_its_field_and_nothing_is_saved(string field, string value, string sentence)
    {
        var admin = await Fixture.AdminAsync();
        var form = await SettingsFormAsync(admin);
        var name = Setting(form, field);

        var answer = await admin.SubmitAsync(form.With(name, value).With(Setting(form, "TerminalName"), "another terminal"));

        Assert.StartsWith(sentence, answer.ErrorAt(name), StringComparison.Ordinal);
        var after = await SettingsFormAsync(admin);
        Assert.Equal(form[name], after[name]);
        Assert.Equal(form[Setting(form, "TerminalName")], after[Setting(form, "TerminalName")]);
    }

    [Fact]
    public async Task An_unknown_time_zone_is_refused_where_it_is_chosen()
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Settings/general")).FormTo("/Admin/Settings/general");

        var answer = await admin.SubmitAsync(form.With("ISite.TimeZone", "Europe/Pariss"));

        Assert.Contains("The time zone Europe/Pariss is not known here.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(form["ISite.TimeZone"], (await admin.GetAsync("/Admin/Settings/general")).FormTo("/Admin/Settings/general")["ISite.TimeZone"]);
    }

    [Fact]
    public async Task What_members_may_choose_follows_the_settings()
    {
        using var member = await RegisterAsync();

        await WithSettingsAsync(
            settings => settings.WithAll(Setting(settings, "OfferedMethods"), "transfer").With(Setting(settings, "TransferHolder"), "Ferme des Trois Chênes"),
            async () =>
            {
                var ways = (await member.Browser.GetAsync("/my-account")).TextOf("#how-to-pay");
                Assert.Contains("Ferme des Trois Chênes", ways, StringComparison.Ordinal);
                Assert.Contains("FR76 3000 6000 0112 3456 7890 189", ways.Replace('\u00a0', ' '), StringComparison.Ordinal);
                Assert.DoesNotContain("Cheque", ways, StringComparison.Ordinal);
            });

        Assert.Contains("Cheque", (await member.Browser.GetAsync("/my-account")).TextOf("#how-to-pay"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_below_the_markets_floor_is_refused_with_what_to_pay_first()
    {
        using var member = await RegisterAsync();
        var (form, total) = await OrderFormAsync(member.Browser);

        await WithFloorAsync("-1", async () =>
        {
            var answer = await member.Browser.SubmitAsync(form);

            Assert.Equal(
                $"The balance is {Euro(0)} and this order adds {Euro(total)} to pay, but no order may take the balance below {Euro(-100)}. Pay at least {Euro(total - 100)} first.",
                answer.TextOf("main .alert-danger"));
            Assert.Empty(await StatementAsync(member.AccountId));
            await PayAsync(member.AccountId, Typed(total - 100));
            Assert.Contains("Your order is noted", (await member.Browser.SubmitAsync(form)).Text, StringComparison.Ordinal);
        });

        Assert.Equal(-100, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task An_account_may_go_lower_than_the_markets_floor_by_one_of_its_own()
    {
        using var member = await RegisterAsync();
        await EditAccountAsync(member.AccountId, form => form.With("ClientAccountPart.Floor", "-500"));

        await WithFloorAsync("0", async () => await OrderAsync(member.Browser));

        Assert.True(await BalanceAsync(member.AccountId) < 0);
    }

    [Fact]
    public async Task While_payments_are_off_accounts_are_still_opened_and_members_still_register()
    {
        await WithSettingsAsync(settings => settings.WithAll(Setting(settings, "Active"), "false"), async () =>
        {
            using var member = await RegisterAsync();
            Assert.Equal(0, await BalanceAsync(await OpenAccountAsync()));
            Assert.Equal(0, BalanceOn(await member.Browser.GetAsync("/my-account")));
        });
    }

    [Fact]
    public async Task An_account_may_have_a_floor_where_the_market_has_none()
    {
        using var member = await RegisterAsync();
        await EditAccountAsync(member.AccountId, form => form.With("ClientAccountPart.Floor", "0"));
        var (form, total) = await OrderFormAsync(member.Browser);

        var answer = await member.Browser.SubmitAsync(form);

        Assert.Contains($"Pay at least {Euro(total)} first.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task A_change_that_goes_below_the_floor_leaves_the_order_as_it_was()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser, products: 1);
        await EditAccountAsync(member.AccountId, form => form.With("ClientAccountPart.Floor", Typed(-order.Total)));
        var (more, _) = await OrderFormAsync(member.Browser, products: 3);

        var answer = await member.Browser.SubmitAsync(more);

        Assert.Contains("no order may take the balance below", answer.Text, StringComparison.Ordinal);
        Assert.Equal(-order.Total, Assert.Single(await StatementAsync(member.AccountId)).MinorUnits);
        Assert.Contains(Euro(order.Total), (await member.Browser.GetAsync("/order/" + order.OrderId)).Text, StringComparison.Ordinal);
    }

    private Task WithFloorAsync(string floor, Func<Task> act) => WithSettingsAsync(settings => settings.With(Setting(settings, "Floor"), floor), act);
}

[Collection(SqliteSite.Name)]
public sealed class SettingsOnSqlite(SqliteSite site) : SettingsTests(site);

[Collection(PostgresSite.Name)]
public sealed class SettingsOnPostgres(PostgresSite site) : SettingsTests(site);
