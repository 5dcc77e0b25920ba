using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>What a line costs once it is weighed or priced anew is a change of its order: the difference is posted with its reason.</summary>
public abstract class OrderCorrectionTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_corrected_line_posts_the_difference_with_its_reason_and_its_VAT_follows()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var coordinator = await Fixture.CoordinatorAsync();
        var before = (await coordinator.GetAsync("/Admin/orders/" + order.OrderId)).TextOf("#vat");
        var (form, line, cost) = await FormAsync(order.OrderId);
        var corrected = form.With(line, Typed(cost - 100)).With("Reason", "The lamb is\nlighter");

        var answer = await coordinator.SubmitAsync(corrected);
        var again = await coordinator.SubmitAsync(corrected);

        Assert.Contains($"The order is corrected; the account owes {Euro(order.Total - 100)} for it.", answer.Notices, StringComparison.Ordinal);
        Assert.Contains($"The order is corrected; the account owes {Euro(order.Total - 100)} for it.", again.Notices, StringComparison.Ordinal);
        Assert.Contains("The lamb is lighter", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual(before, answer.TextOf("#vat"));
        var statement = await StatementAsync(member.AccountId);
        Assert.Equal([-order.Total, 100], statement.Select(entry => entry.MinorUnits));
        Assert.Contains("The lamb is lighter", statement[1].Text, StringComparison.Ordinal);
        Assert.Contains("Corrected: The lamb is lighter", (await member.Browser.GetAsync("/order/" + order.OrderId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_keeps_its_correction_until_its_quantity_changes()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var coordinator = await Fixture.CoordinatorAsync();
        var (form, line, cost) = await FormAsync(order.OrderId);
        await coordinator.SubmitAsync(form.With(line, "0").With("Reason", "Missing"));
        Assert.Equal(-(order.Total - cost), await BalanceAsync(member.AccountId));
        var change = (await coordinator.GetAsync("/Admin/orders/" + order.OrderId)).FormTo($"/Admin/orders/{order.OrderId}/change");
        var other = change.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal) && field.Value == "1" && field.Key != line.Replace("Costs", "Quantities", StringComparison.Ordinal)).Key;

        await coordinator.SubmitAsync(change.With(other, "2"));
        Assert.Equal(-((order.Total - cost) * 2), await BalanceAsync(member.AccountId));

        var more = (await coordinator.GetAsync("/Admin/orders/" + order.OrderId)).FormTo($"/Admin/orders/{order.OrderId}/change");
        await coordinator.SubmitAsync(more.With(line.Replace("Costs", "Quantities", StringComparison.Ordinal), "2"));
        Assert.Equal(-(order.Total * 2), await BalanceAsync(member.AccountId));
    }

    [Theory]
    [InlineData("-1", "Lighter", "cannot be less than nothing")]
    [InlineData("a lot", "Lighter", "amount")]
    [InlineData("2000000", "Dearer", "The amount is above")]
    [InlineData("1", "", "reason")]
    public async Task A_correction_that_is_none_is_refused_with_a_sentence(string cost, string reason, string sentence)
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var (form, line, _) = await FormAsync(order.OrderId);

        var answer = await (await Fixture.CoordinatorAsync()).SendAsync(form.With(line, cost).With("Reason", reason));

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal(cost, answer.FormTo($"/Admin/orders/{order.OrderId}/correct")[line]);
        Assert.Single(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task A_page_opened_before_another_change_corrects_nothing()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var coordinator = await Fixture.CoordinatorAsync();
        var (form, line, _) = await FormAsync(order.OrderId);
        var (change, total) = await OrderFormAsync(member.Browser, products: 3);
        await member.Browser.SubmitAsync(change);

        var answer = await coordinator.SubmitAsync(form.With(line, "1").With("Reason", "Lighter"));

        Assert.Contains("has been changed in the meantime", answer.Text, StringComparison.Ordinal);
        Assert.Equal(-total, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task An_adjustment_can_name_an_order_and_changes_what_it_costs()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = (await MoneyFormAsync(member.AccountId, "adjust")).With("OrderId", order.OrderId).With("Amount", "1").With("Memo", "Sorry");

        var coordinator = await Fixture.CoordinatorAsync();
        await coordinator.SubmitAsync(form);
        var other = await coordinator.SubmitAsync((await MoneyFormAsync(member.AccountId, "adjust")).With("OrderId", UnknownId).With("Amount", "1").With("Memo", "Sorry"));

        Assert.Equal("This client has no such order.", other.ErrorAt("OrderId"));
        var payment = await coordinator.GetAsync($"/Admin/payments/accounts/{member.AccountId}/payment");
        Assert.Contains(Euro(order.Total - 100), payment.TextOf($"option[value='{order.OrderId}']"), StringComparison.Ordinal);
        var page = await coordinator.GetAsync("/Admin/orders/" + order.OrderId);
        Assert.DoesNotContain("is due for this order, but", page.Text, StringComparison.Ordinal);
    }

    // The form, its first line's name, and what that line costs by now.
    private async Task<(SiteForm Form, string Line, long Cost)> FormAsync(string orderId)
    {
        var page = await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/orders/{orderId}/correct");
        var form = page.FormTo($"/Admin/orders/{orderId}/correct");
        var line = form.Fields.First(field => field.Key.StartsWith("Costs", StringComparison.Ordinal));
        return (form, line.Key, (long)(decimal.Parse(line.Value, System.Globalization.CultureInfo.InvariantCulture) * 100));
    }
}

[Collection(SqliteSite.Name)]
public sealed class OrderCorrectionsOnSqlite(SqliteSite site) : OrderCorrectionTests(site);

[Collection(PostgresSite.Name)]
public sealed class OrderCorrectionsOnPostgres(PostgresSite site) : OrderCorrectionTests(site);
