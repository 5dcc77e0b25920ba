using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>A form that is sent again is answered as the first time, whatever its first sending settled or happened since.</summary>
public abstract class RepeatedFormTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_payment_of_an_order_that_it_paid()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = (await MoneyFormAsync(member.AccountId, "payment")).With("Amount", Typed(order.Total)).With("Method", "cash").With("OrderId", order.OrderId);

        await IsRepeatedAsync(form);

        var coordinator = await Fixture.CoordinatorAsync();
        Assert.Contains("already sent with other values", (await coordinator.SubmitAsync(form.With("OrderId", string.Empty))).Summary, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Theory]
    [InlineData("payment")]
    [InlineData("refund")]
    public async Task Money_by_a_method_that_is_switched_off_since(string door)
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, door)).With("Amount", "10").With("Method", "cheque").With("Details[cheque-number]", "123").With("Details[cheque-bank]", "Bank");
        var coordinator = await Fixture.CoordinatorAsync();
        await coordinator.SubmitAsync(form);

        await WithSettingsAsync(
            settings => settings.WithAll(Setting(settings, "OfferedMethods"), "cash", "transfer"),
            async () => Assert.Contains("This was already recorded", (await coordinator.SubmitAsync(form)).Notices, StringComparison.Ordinal));

        Assert.Single(await StatementAsync(accountId));
    }

    [Theory]
    [InlineData("payment")]
    [InlineData("refund")]
    [InlineData("adjust")]
    public async Task Money_of_an_account_that_is_closed_since(string door)
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, door)).With("Amount", "10").With("Method", "cash").With("Memo", "Once");
        var coordinator = await Fixture.CoordinatorAsync();
        await coordinator.SubmitAsync(form);
        var undo = await coordinator.GetAsync((await StatementAsync(accountId))[0].ReverseAddress!);
        var reversal = undo.Form(".market-form").With("Reason", "Never was");
        await coordinator.SubmitAsync(reversal);
        await CloseAccountAsync(accountId);

        Assert.Contains("This was already recorded", (await coordinator.SubmitAsync(form)).Notices, StringComparison.Ordinal);
        Assert.Contains("This was already recorded", (await coordinator.SubmitAsync(reversal)).Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announced_payments_that_were_received_or_cancelled_by_it()
    {
        using var member = await RegisterAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var announce = (await MoneyFormAsync(member.AccountId, "announce")).With("Amount", "10").With("Method", "transfer");
        await coordinator.SubmitAsync(announce);
        var list = await coordinator.GetAsync("/Admin/payments/pending");
        var id = list.One($"tr:has(a[href*='{member.AccountId}']) input[name=Selected]").GetAttribute("value")!;
        var receive = list.FormTo("/Admin/payments/pending/receive").With("Selected", id);
        await coordinator.SubmitAsync(receive);

        Assert.Contains("announced", (await coordinator.SubmitAsync(announce)).Notices, StringComparison.Ordinal);
        var again = await coordinator.SubmitAsync(receive);

        Assert.Contains("These payments are no longer announced", again.Notices, StringComparison.Ordinal);
        Assert.Single(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task Orders_placed_and_changed_before_the_end_of_the_window_and_the_distribution()
    {
        using var member = await RegisterAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var client = await OpenAccountAsync();
        var distribution = await AddDistributionAsync();
        var page = await member.Browser.GetAsync("/order?distributionId=" + distribution);
        var place = page.OrderForm();
        var product = place.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal)).Key;
        place = place.With(product, "1");
        var placed = await member.Browser.SendAsync(place);
        var change = (await member.Browser.GetAsync("/order?distributionId=" + distribution)).OrderForm().With(product, "2");
        var changed = await member.Browser.SendAsync(change);
        var onBehalf = (await coordinator.GetAsync($"/Admin/orders/new?distributionId={distribution}&accountId={client}")).FormTo("/Admin/orders/place").With(product, "1");
        var ordered = await coordinator.SendAsync(onBehalf);
        await EditDistributionAsync(distribution, form => form.With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-1)));
        var cancel = (await coordinator.GetAsync("/Admin/orders/" + ordered.Redirect!.Segments[^1])).Form("form[action$='/cancel']");

        Assert.Equal(placed.Redirect, changed.Redirect);
        Assert.Equal(placed.Redirect, (await member.Browser.SendAsync(place)).Redirect);
        Assert.Equal(changed.Redirect, (await member.Browser.SendAsync(change)).Redirect);
        await (await Fixture.AdminAsync()).SubmitAsync(await (await Fixture.AdminAsync()).BareFormAsync($"/Admin/Contents/ContentItems/{distribution}/Unpublish", "/Admin/payments/settings"));
        Assert.Equal(ordered.Redirect, (await coordinator.SendAsync(onBehalf)).Redirect);
        Assert.Equal((await coordinator.SendAsync(cancel)).Redirect, (await coordinator.SendAsync(cancel)).Redirect);
        Assert.Equal(0, await BalanceAsync(client));
    }

    private async Task IsRepeatedAsync(SiteForm form)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var first = await coordinator.SendAsync(form);
        var second = await coordinator.SendAsync(form);
        Assert.NotNull(first.Redirect);
        Assert.Equal(first.Redirect, second.Redirect);
        Assert.Contains("This was already recorded; it is recorded once.", (await coordinator.GetAsync(second.Redirect!.PathAndQuery)).Notices, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class RepeatedFormsOnSqlite(SqliteSite site) : RepeatedFormTests(site);

[Collection(PostgresSite.Name)]
public sealed class RepeatedFormsOnPostgres(PostgresSite site) : RepeatedFormTests(site);
