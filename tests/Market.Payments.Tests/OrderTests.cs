using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>An order and its debit are there together, or neither is.</summary>
public abstract class OrderTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task An_order_puts_its_total_on_the_account()
    {
        using var member = await RegisterAsync();

        var order = await OrderAsync(member.Browser);

        var mine = await member.Browser.GetAsync("/my-account");
        Assert.True(order.Total > 0);
        Assert.Equal(-order.Total, BalanceOn(mine));
        Assert.Contains("unpaid", mine.Text, StringComparison.Ordinal);
        Assert.Equal(-order.Total, await BalanceAsync(member.AccountId));
        Assert.Equal(-order.Total, Assert.Single(await StatementAsync(member.AccountId)).MinorUnits);
    }

    [Fact]
    public async Task A_changed_order_posts_exactly_the_difference()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser, products: 2);

        var (more, newTotal) = await OrderFormAsync(member.Browser, products: 5);
        await member.Browser.SubmitAsync(more);
        var (less, lastTotal) = await OrderFormAsync(member.Browser, products: 1);
        await member.Browser.SubmitAsync(less);

        Assert.Equal([-order.Total, order.Total - newTotal, newTotal - lastTotal], (await StatementAsync(member.AccountId)).Select(line => line.MinorUnits));
        Assert.Equal(-lastTotal, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task A_cancelled_order_gives_its_debit_back()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);

        var question = await member.Browser.GetAsync($"/order/{order.OrderId}/cancel");
        var answer = await member.Browser.SubmitAsync(question.FormTo("/order/cancel"));

        Assert.Contains("Your order is cancelled. Nothing is due for it any more.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member.AccountId));
        Assert.Equal([-order.Total, order.Total], (await StatementAsync(member.AccountId)).Select(line => line.MinorUnits));
        Assert.Contains("Nothing is due for this order.", (await member.Browser.GetAsync("/order/" + order.OrderId)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(10, true)]
    public async Task The_same_form_places_one_order_and_posts_one_debit(int times, bool atOnce)
    {
        using var member = await RegisterAsync();
        var (form, total) = await OrderFormAsync(member.Browser);

        var answers = new List<SitePage>();
        if (atOnce)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, times).Select(_ => member.Browser.SendAsync(form))));
        }
        else
        {
            for (var time = 0; time < times; time++)
            {
                answers.Add(await member.Browser.SendAsync(form));
            }
        }

        Assert.All(answers, answer => Assert.NotNull(answer.Redirect));
        Assert.Single(answers.Select(answer => answer.Redirect!.AbsolutePath).Distinct());
        Assert.Equal(-total, Assert.Single(await StatementAsync(member.AccountId)).MinorUnits);
        Assert.Single(await OrdersOfAsync(member.AccountId));
    }

    [Fact]
    public async Task An_order_of_a_closed_account_is_refused_and_not_kept()
    {
        using var member = await RegisterAsync();
        var (form, _) = await OrderFormAsync(member.Browser);
        await CloseAccountAsync(member.AccountId);

        var answer = await member.Browser.SendAsync(form);

        Assert.Contains("This client account is closed; it takes no orders.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await OrdersOfAsync(member.AccountId));
        Assert.Contains("Your client account is closed", (await member.Browser.GetAsync("/order")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_payments_an_order_is_refused_and_not_kept()
    {
        using var member = await RegisterAsync();
        var (form, _) = await OrderFormAsync(member.Browser);

        await WithSettingsAsync(settings => settings.WithAll(Setting(settings, "Active"), "false"), async () =>
        {
            var answer = await member.Browser.SendAsync(form);

            Assert.Contains("The market does not keep client accounts at the moment.", answer.Text, StringComparison.Ordinal);
        });

        Assert.Empty(await OrdersOfAsync(member.AccountId));
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task An_order_that_no_workflow_posts_is_kept_stands_out_and_is_posted_later()
    {
        using var member = await RegisterAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var (form, total) = await OrderFormAsync(member.Browser);
        string orderId = string.Empty;

        await WithoutWorkflowAsync(async () =>
        {
            var answer = await member.Browser.SubmitAsync(form);
            orderId = answer.Address.Segments[^1];

            Assert.Contains("The coordinators will put it on your account.", answer.Text, StringComparison.Ordinal);
            Assert.Equal(0, await BalanceAsync(member.AccountId));
            var list = await coordinator.GetAsync("/Admin/orders");
            Assert.Contains("table-warning", list.One($"tr[data-order='{orderId}']").ClassName, StringComparison.Ordinal);
            Assert.Contains("does not have the debit it should have", list.Notices, StringComparison.Ordinal);
            var early = await coordinator.SubmitAsync(list.FormTo($"/Admin/orders/{orderId}/debit"));
            Assert.Contains("No workflow posted the debit.", early.Notices, StringComparison.Ordinal);
            Assert.Equal(0, await BalanceAsync(member.AccountId));
        });

        var now = (await coordinator.GetAsync("/Admin/orders")).FormTo($"/Admin/orders/{orderId}/debit");
        await coordinator.SubmitAsync(now);
        await coordinator.SubmitAsync(now);

        Assert.Equal(-total, Assert.Single(await StatementAsync(member.AccountId)).MinorUnits);
        var after = await coordinator.GetAsync("/Admin/orders");
        Assert.DoesNotContain("table-warning", after.One($"tr[data-order='{orderId}']").ClassName ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_for_a_past_distribution_is_refused()
    {
        using var member = await RegisterAsync();
        var past = (await DistributionsAsync())[^1];
        var (form, _) = await OrderFormAsync(member.Browser);

        var answer = await member.Browser.SubmitAsync(form.With("DistributionId", past));

        Assert.Contains("are closed", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await OrdersOfAsync(member.AccountId, past));
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("100000")]
    [InlineData("two")]
    public async Task A_quantity_that_is_none_is_refused_with_what_was_typed(string quantity)
    {
        using var member = await RegisterAsync();
        var (form, _) = await OrderFormAsync(member.Browser, products: 1);
        var product = form.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal) && field.Value is not ("" or "0")).Key;

        var answer = await member.Browser.SendAsync(form.With(product, quantity));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("must be a whole number from 0 to", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await OrdersOfAsync(member.AccountId));
        Assert.Empty(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task An_empty_order_is_refused()
    {
        using var member = await RegisterAsync();
        var (form, _) = await OrderFormAsync(member.Browser, products: 0);

        var answer = await member.Browser.SendAsync(form);

        Assert.Contains("Choose at least one product.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await OrdersOfAsync(member.AccountId));
    }

    [Fact]
    public async Task A_page_opened_before_another_change_does_not_undo_it()
    {
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser, products: 1);
        var (stale, _) = await OrderFormAsync(member.Browser, products: 3);
        var (first, total) = await OrderFormAsync(member.Browser, products: 2);
        await member.Browser.SubmitAsync(first);

        var answer = await member.Browser.SubmitAsync(stale);

        Assert.Contains("This order has been changed in the meantime.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(-total, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task Another_members_order_is_neither_changed_nor_cancelled()
    {
        using var owner = await RegisterAsync();
        using var stranger = await RegisterAsync();
        var order = await OrderAsync(owner.Browser);
        var bare = await stranger.Browser.BareFormAsync("/order/cancel", "/order");

        var cancelled = await stranger.Browser.SendAsync(bare.With("OrderId", order.OrderId).With("Revision", "1"));
        var changed = await stranger.Browser.SubmitAsync((await OrderFormAsync(stranger.Browser)).Form
            .With("OrderId", order.OrderId).With("Revision", "1").To(new Uri(Site.Address, "/order/change")));

        Assert.Equal(HttpStatusCode.NotFound, cancelled.Status);
        Assert.Contains("There is no such order.", changed.Text, StringComparison.Ordinal);
        Assert.Equal(-order.Total, await BalanceAsync(owner.AccountId));
        Assert.Empty(await StatementAsync(stranger.AccountId));
    }

    [Fact]
    public async Task A_coordinator_orders_for_a_client_whom_they_name_also_when_members_no_longer_can()
    {
        var name = NewName("client");
        var accountId = await OpenAccountAsync(name);
        var coordinator = await Fixture.CoordinatorAsync();
        // The oldest is closed.
        var past = (await DistributionsAsync())[^2];
        Assert.Contains("Nobody is called so.", (await coordinator.GetAsync($"/Admin/orders/new?distributionId={past}&member=nobody-at-all")).Text, StringComparison.Ordinal);
        var page = await coordinator.GetAsync($"/Admin/orders/new?distributionId={past}&member={name}");
        var form = page.FormTo("/Admin/orders/place");
        var product = form.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal)).Key;

        var answer = await coordinator.SubmitAsync(form.With(product, "2"));

        Assert.Contains("The order is saved; the account owes", answer.Notices, StringComparison.Ordinal);
        Assert.True(await BalanceAsync(accountId) < 0);
        Assert.Single(await OrdersOfAsync(accountId, past));
    }

    [Fact]
    public async Task How_near_the_end_of_the_order_window_is_soon_is_a_setting()
    {
        var admin = await Fixture.AdminAsync();
        const string Path = "/Admin/Settings/orders";
        var field = (await FormAsync()).Fields.Single(field => field.Key.EndsWith("ClosingSoonHours", StringComparison.Ordinal));

        foreach (var wrong in new[] { "0", "721", "soon", "" })
        {
            var refused = await admin.SubmitAsync((await FormAsync()).With(field.Key, wrong));
            Assert.NotEmpty(refused.ErrorAt(field.Key));
            Assert.Equal(field.Value, (await FormAsync())[field.Key]);
        }

        await admin.SubmitAsync((await FormAsync()).With(field.Key, "48"));
        Assert.Equal("48", (await FormAsync())[field.Key]);
        await admin.SubmitAsync((await FormAsync()).With(field.Key, field.Value));

        using var member = await RegisterAsync();
        Assert.False((await member.Browser.AskAsync(Path)).IsSuccess);

        async Task<SiteForm> FormAsync() => (await admin.GetAsync(Path)).Form("form:has([name$='ClosingSoonHours'])");
    }

    private async Task<IReadOnlyList<string>> OrdersOfAsync(string accountId, string? distributionId = null)
    {
        var list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders?distributionId=" + distributionId);
        return [.. list.Document.QuerySelectorAll($"tr[data-order]:has(a[href$='/{accountId}'])").Select(row => row.GetAttribute("data-order")!)];
    }

    // The latest comes first, so the last one is past.
    private async Task<IReadOnlyList<string>> DistributionsAsync() =>
    [
        .. (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders")).Document
            .QuerySelectorAll("select[name=distributionId] option").Select(option => option.GetAttribute("value")!),
    ];
}

[Collection(SqliteSite.Name)]
public sealed class OrdersOnSqlite(SqliteSite site) : OrderTests(site);

[Collection(PostgresSite.Name)]
public sealed class OrdersOnPostgres(PostgresSite site) : OrderTests(site);
