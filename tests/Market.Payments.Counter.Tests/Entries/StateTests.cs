using System.Text.Json.Nodes;
using Market.Payments.Counter.Tests.Closing;
using Market.Payments.Tests.Fixtures;
using static Market.Payments.Counter.Tests.Entries.Phone;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>The counter is loaded whole, and told what has changed since.</summary>
public abstract class StateTests(SiteFixture fixture) : ClosingScenario(fixture)
{
    [Fact]
    public async Task It_holds_all_that_is_needed_without_network()
    {
        var distribution = await AddPastDistributionAsync();
        var later = await AddDistributionAsync();
        var name = NewName("Élodie Œuvrard ");
        var (account, guest) = (await OpenAccountAsync(name), await OpenAccountAsync());
        await PayAsync(guest, "7");
        var order = await OrderForAsync(account, distribution);
        var next = (await OrderForAsync(account, later)).Total - order.Total;
        await AdjustAsync(account, "15");
        await (await Fixture.CoordinatorAsync()).SubmitAsync((await MoneyFormAsync(account, "announce")).With("Amount", "1").With("Method", "transfer"));
        var phone = await OpenAsync(await Fixture.CoordinatorAsync());
        await phone.SendAsync(distribution, Entry("payment", guest, new { method = "cheque", amount = 300, details = new Dictionary<string, string> { ["cheque-number"] = "0000012", ["cheque-bank"] = "Crédit Agricole" } }));

        var state = await phone.StateAsync(distribution);

        Assert.True((bool)state["ready"]!);
        Assert.Equal(("EUR", 2, false), ((string)state["currency"]!["code"]!, (int)state["currency"]!["decimals"]!, (bool)state["distribution"]!["closed"]!));
        Assert.Equal(["card-terminal", "cash", "cheque"], state["methods"]!.AsArray().Select(method => (string)method!["name"]!).Order());
        Assert.True((bool)state["methods"]!.AsArray().Single(method => (string)method!["name"]! == "cash")!["isCash"]!);
        Assert.Equal(["cheque-number", "cheque-bank"], state["methods"]!.AsArray().Single(method => (string)method!["name"]! == "cheque")!["fields"]!.AsArray().Select(field => (string)field!["name"]!));
        Assert.True(state["products"]!.AsArray().Count >= 20);
        var member = Member(state, account);
        Assert.Equal(name, (string)member["name"]!);
        Assert.Contains(NameText.Fold(name), (string)member["search"]!, StringComparison.Ordinal);
        Assert.Equal(-order.Total - next - 1500, (long)member["balance"]!);
        Assert.Equal((order.Total + 1500, 1500, next, 0), ((long)member["due"]!, (long)member["older"]!, (long)member["later"]!, (long)member["credit"]!));
        Assert.Equal(("transfer", 100), ((string)member["announced"]![0]!["method"]!, (long)member["announced"]![0]!["amount"]!));
        Assert.Equal((order.OrderId, order.Total, order.Total, "unpaid"), ((string)member["order"]!["id"]!, (long)member["order"]!["total"]!, (long)member["order"]!["remaining"]!, (string)member["order"]!["state"]!));
        Assert.Equal(order.Total, (long)Assert.Single(member["order"]!["lines"]!.AsArray())!["cost"]!);
        var other = Member(state, guest);
        Assert.Null(other["order"]);
        Assert.Equal((1000, 0, "Crédit Agricole"), ((long)other["credit"]!, (long)other["due"]!, (string)other["bank"]!));
    }

    [Fact]
    public async Task A_cursor_brings_what_changed_and_nothing_else()
    {
        var distribution = await AddPastDistributionAsync();
        var (first, second) = (await OpenAccountAsync(), await OpenAccountAsync());
        var phone = await OpenAsync(await Fixture.CoordinatorAsync());
        var whole = await phone.StateAsync(distribution);
        var cursor = (string)whole["cursor"]!;

        await PayAsync(first, "5");
        var news = await phone.StateAsync(distribution, cursor);
        var more = await phone.StateAsync(distribution, (string)news["cursor"]!);
        await CloseAccountAsync(second);
        var gone = await phone.StateAsync(distribution, (string)news["cursor"]!);

        Assert.Equal((true, false, false), ((bool)whole["whole"]!, (bool)news["whole"]!, (bool)more["whole"]!));
        Assert.Equal([first], Accounts(news));
        Assert.Null(news["products"]);
        Assert.DoesNotContain(first, Accounts(more));
        Assert.Equal([second], gone["gone"]!.AsArray().Select(account => (string)account!));

        // A cursor of another process, or one that is none, is answered with everything.
        foreach (var unknown in new[] { "x", "-", "0123456789ab-1", "" })
        {
            var again = await phone.StateAsync(distribution, unknown);
            Assert.True((bool)again["whole"]!);
            Assert.Contains(first, Accounts(again));
            Assert.DoesNotContain(second, Accounts(again));
        }
    }

    [Fact]
    public async Task An_order_whose_debit_is_missing_is_to_pay_all_the_same()
    {
        var distribution = await AddPastDistributionAsync();
        var account = await OpenAccountAsync();
        var phone = await OpenAsync(await Fixture.CoordinatorAsync());
        await WithoutWorkflowAsync(async () =>
        {
            var coordinator = await Fixture.CoordinatorAsync();
            var form = (await coordinator.GetAsync($"/Admin/orders/new?distributionId={distribution}&accountId={account}")).FormTo("/Admin/orders/place");
            await coordinator.SubmitAsync(form.With(form.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal)).Key, "1"));
        });

        var member = Member(await phone.StateAsync(distribution), account);
        var total = (long)member["order"]!["total"]!;
        await phone.SendAsync(distribution, Cash(account, total, (string)member["order"]!["id"]!));

        Assert.True(total > 0);
        Assert.Equal((0, total, "unpaid"), ((long)member["balance"]!, (long)member["due"]!, (string)member["order"]!["state"]!));
        Assert.Equal(0, (long)Member(await phone.StateAsync(distribution), account)["due"]!);
    }

    private static IEnumerable<string> Accounts(JsonNode state) => state["members"]!.AsArray().Select(member => (string)member!["account"]!);

    private async Task AdjustAsync(string account, string amount)
    {
        var form = (await MoneyFormAsync(account, "adjust")).With("Amount", amount).With("InFavour", "false").With("Memo", "Brought forward");
        await (await Fixture.CoordinatorAsync()).SubmitAsync(form);
    }
}

[Collection(SqliteSite.Name)]
public sealed class StateOnSqlite(SqliteSite site) : StateTests(site);

[Collection(PostgresSite.Name)]
public sealed class StateOnPostgres(PostgresSite site) : StateTests(site);
