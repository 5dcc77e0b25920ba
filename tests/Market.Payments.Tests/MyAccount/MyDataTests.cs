using System.Net;
using System.Text.Json;
using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.MyAccount;

/// <summary>All that the market keeps about a member as a file, and who sees what of it.</summary>
public abstract class MyDataTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_member_has_all_that_is_kept_about_them_and_nothing_of_others()
    {
        using var member = await RegisterAsync();
        using var stranger = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, "4.43");
        await PayAsync(stranger.AccountId, "4.47");

        var text = (await member.Browser.GetAsync("/my-account/data/file")).Html;

        using var file = JsonDocument.Parse(text);
        var root = file.RootElement;
        Assert.Equal(member.AccountId, root.GetProperty("client")[0].GetProperty("id").GetString());
        Assert.Equal(member.Login + "@example.org", root.GetProperty("logins")[0].GetProperty("mailAddress").GetString());
        Assert.Equal(order.OrderId, root.GetProperty("orders")[0].GetProperty("orderId").GetString());
        Assert.Equal(2, root.GetProperty("orders")[0].GetProperty("lines").GetArrayLength());
        Assert.Equal(["Order", "Payment"], root.GetProperty("operations").EnumerateArray().Select(operation => operation.GetProperty("kind").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("4.43", root.GetProperty("operations").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "Payment").GetProperty("amount").GetString());
        foreach (var kept in (string[])["announcedPayments", "auditTrail", "bank", "cardPayments", "cheques", "counterVisits", "movedIn", "receipts", "reminders"])
        {
            Assert.Equal(JsonValueKind.Array, root.GetProperty(kept).ValueKind);
        }

        Assert.NotEmpty(root.GetProperty("auditTrail").EnumerateArray());
        Assert.DoesNotContain(stranger.AccountId, text, StringComparison.Ordinal);
        Assert.DoesNotContain("passwordHash", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("idempotency", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_manages_clients_makes_the_same_file_for_a_member_who_asks()
    {
        using var member = await RegisterAsync();
        using var editor = await SignInEditorAsync("ViewBalances");
        var path = $"/Admin/payments/accounts/{member.AccountId}/data";

        var file = await (await Fixture.CoordinatorAsync()).AskAsync(path);

        Assert.Contains(member.AccountId, file.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await editor.AskAsync($"/Admin/payments/accounts/{member.AccountId}/statement")).Status);
        Assert.Equal(Access.Forbidden, Access.Kind(await editor.AskAsync(path)));
    }

    [Fact]
    public async Task Who_sees_what_is_what_the_roles_may()
    {
        using var member = await RegisterAsync();

        var page = await member.Browser.GetAsync("/my-account/data");

        Assert.Equal("administrators, coordinators, volunteers at the counter", Seeing("Your orders"));
        Assert.Equal("administrators, coordinators", Seeing("What was charged"));
        Assert.DoesNotContain("coordinators", Seeing("Your login"), StringComparison.Ordinal);

        string Seeing(string label) => string.Join(", ", page.Document.QuerySelectorAll("#who-sees-what li")
            .Single(line => line.TextContent.TrimStart().StartsWith(label, StringComparison.Ordinal))
            .QuerySelector(".quiet")!.TextContent.Split(", ").Where(role => !role.StartsWith("role", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}

[Collection(SqliteSite.Name)]
public sealed class MyDataOnSqlite(SqliteSite site) : MyDataTests(site);

[Collection(PostgresSite.Name)]
public sealed class MyDataOnPostgres(PostgresSite site) : MyDataTests(site);
