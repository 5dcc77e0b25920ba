using System.Net;
using Market.Payments.Counter.Tests.Closing;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;
using static Market.Payments.Counter.Tests.Entries.Phone;

namespace Market.Payments.Counter.Tests.Receipts;

/// <summary>The receipt that whoever stands at the counter gives: of all of a visit, and of nothing that only a phone knows.</summary>
public abstract class VisitTests(SiteFixture fixture) : ClosingScenario(fixture)
{
    [Fact]
    public async Task One_receipt_is_for_all_that_was_paid_in_a_visit_and_the_next_for_what_came_after()
    {
        using var volunteer = await SignInEditorAsync(CounterRights.UseCounter);
        var (distribution, account, phone) = (await AddPastDistributionAsync(), await OpenAccountAsync(), await OpenAsync(volunteer));
        var order = await OrderForAsync(account, distribution);
        var (cash, mistake, card) = (Cash(account, 300, order.OrderId), Cash(account, 9900), Entry("payment", account, new { method = "card-terminal", amount = order.Total - 300, order = order.OrderId }));
        Assert.Equal(["taken", "taken", "taken", "taken"], await phone.SendAsync(distribution, cash, mistake, Undo(mistake), card));

        var asked = await volunteer.GetAsync(AddressOf(cash));
        var issued = await volunteer.SubmitAsync(asked.FormTo(AddressOf(cash)));

        Assert.Equal(2, asked.Document.QuerySelectorAll("#visit .receipt-lines > div").Length);
        Assert.Equal(order.Total, MinorUnits(issued, "#receipt"));
        Assert.Equal(3, issued.Document.QuerySelectorAll("#receipt-payments > div").Length);
        Assert.Contains("1 × ", issued.TextOf("#receipt"), StringComparison.Ordinal);
        Assert.Single(issued.Document.QuerySelectorAll(".receipt-code svg"));
        Assert.Empty(issued.Document.QuerySelectorAll("a[href*='/payments/accounts/']"));
        Assert.Equal(issued.Address, (await volunteer.GetAsync(AddressOf(card))).Address);

        var later = Cash(account, 500);
        Assert.Equal(["taken"], await phone.SendAsync(distribution, later));
        var second = await volunteer.SubmitAsync((await volunteer.GetAsync(AddressOf(later))).FormTo(AddressOf(later)));
        Assert.Equal(500, MinorUnits(second, "#receipt"));
        Assert.NotEqual(issued.Address, second.Address);
        Assert.Equal(issued.Address, (await volunteer.GetAsync(AddressOf(cash))).Address);
    }

    [Fact]
    public async Task There_is_none_of_what_the_server_does_not_have_or_refused_or_what_was_undone()
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var (distribution, account, phone) = (await AddPastDistributionAsync(), await OpenAccountAsync(), await OpenAsync(coordinator));
        var (unsent, refused, undone) = (Cash(account, 100), Cash(account, -100), Cash(account, 200));
        await phone.SendAsync(distribution, refused, undone, Undo(undone));

        foreach (var entry in new[] { unsent, refused })
        {
            var page = await coordinator.AskAsync(AddressOf(entry));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("The server does not have this payment", page.TextOf("#no-receipt"), StringComparison.Ordinal);
        }

        Assert.Contains("what was paid is undone", (await coordinator.GetAsync(AddressOf(undone))).TextOf("#visit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_at_the_counter_gives_receipts_out_and_sees_no_list_of_them()
    {
        using var volunteer = await SignInEditorAsync(CounterRights.UseCounter);
        using var editor = await SignInEditorAsync();
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "5");
        var coordinator = await Fixture.CoordinatorAsync();
        var issued = await coordinator.SubmitAsync((await AccountPageAsync(accountId)).Form("#receipts form"));
        var address = issued.Address.AbsolutePath;

        Assert.Equal(Access.Shown, Access.Kind(await volunteer.AskAsync(address)));
        Assert.Equal(Access.Forbidden, Access.Kind(await editor.AskAsync(address)));
        Assert.Equal(Access.Forbidden, Access.Kind(await volunteer.AskAsync("/Admin/payments/receipts")));
        var printed = await volunteer.SubmitAsync((await volunteer.GetAsync(address)).Form("form[action$='/print']"));
        Assert.EndsWith("/print/1", printed.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(Access.Forbidden, Access.Kind(await editor.AskAsync(printed.Address.AbsolutePath)));
    }

    [Fact]
    public async Task Packaging_that_went_out_or_came_back_in_the_visit_is_on_its_receipt_on_the_page_on_paper_and_in_the_mail()
    {
        using var member = await RegisterAsync("fr");
        var (coordinator, admin, name) = (await Fixture.CoordinatorAsync(), await Fixture.AdminAsync(), NewName("jar"));
        var (distribution, account, phone) = (await AddPastDistributionAsync(), member.AccountId, await OpenAsync(coordinator));
        await admin.PublishNewAsync("Returnable", form => form.With("TitlePart.Title", name).With("ReturnablePart.Deposit", "1.50"));
        var jar = await admin.FindContentAsync("Returnable", name);
        System.Text.Json.Nodes.JsonObject Move(int count) => Entry("returnable", account, new { returnable = jar, count });
        var (taken, mistake, cash) = (Move(2), Move(7), Cash(account, 500));

        Assert.Equal(["taken", "taken", "taken"], await phone.SendAsync(distribution, mistake, Undo(mistake), taken));
        Assert.Contains("Nothing was paid yet.", (await coordinator.GetAsync(AddressOf(taken))).TextOf("#visit"), StringComparison.Ordinal);
        Assert.Equal(["taken", "taken"], await phone.SendAsync(distribution, cash, Move(-1)));

        var asked = await coordinator.GetAsync(AddressOf(cash));
        string[] lines = [$"2 × {name} {Euro(300)}", $"Brought back: 1 × {name} {Euro(-150)}"];
        Assert.Equal([$"2 × {name}{Euro(300)}", $"Brought back: 1 × {name}{Euro(-150)}"], asked.TextsOf("#visit-deposits > div"));
        var issued = await coordinator.SubmitAsync(asked.FormTo(AddressOf(cash)));
        Assert.Equal(500, MinorUnits(issued, "#receipt"));
        Assert.Equal(lines, issued.TextsOf("#receipt-deposits > div"));
        Assert.Equal(issued.Address, (await coordinator.GetAsync(AddressOf(taken))).Address);
        var printed = await coordinator.SubmitAsync(issued.Form("form[action$='/print']"));
        Assert.Equal(lines, printed.TextsOf("#receipt-deposits > div"));
        await coordinator.SubmitAsync(issued.Form("form[action$='/mail']"));
        var mail = Assert.Single(new Mailbox(Site.DataFolder).To(member.Login + "@example.org"), mail => mail.Subject!.StartsWith("Reçu n°", StringComparison.Ordinal));
        Assert.Contains("Consignes, sans TVA", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"  2 × {name}: 3,00", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"  Rapporté : 1 × {name}: -1,50", mail.TextBody, StringComparison.Ordinal);

        // What came after is on the next one, and what was there already is not.
        var later = Cash(account, 100);
        Assert.Equal(["taken", "taken"], await phone.SendAsync(distribution, Move(-1), later));
        var second = await coordinator.SubmitAsync((await coordinator.GetAsync(AddressOf(later))).FormTo(AddressOf(later)));
        Assert.Equal([lines[1]], second.TextsOf("#receipt-deposits > div"));

        // Reversed on the account's page, it says so where it stands.
        var line = (await StatementAsync(account)).First(line => line.MinorUnits == -300);
        await coordinator.SubmitAsync((await coordinator.GetAsync(line.ReverseAddress!)).Form(".market-form").With("Reason", "A mistake"));
        Assert.Contains("Reversed since", (await coordinator.GetAsync(issued.Address.AbsolutePath)).TextOf("#receipt-deposits"), StringComparison.Ordinal);
    }

    private static string AddressOf(System.Text.Json.Nodes.JsonObject entry) => "/Admin/counter/receipts/" + (string)entry["id"]!;
}

[Collection(SqliteSite.Name)]
public sealed class VisitsOnSqlite(SqliteSite site) : VisitTests(site);

[Collection(PostgresSite.Name)]
public sealed class VisitsOnPostgres(PostgresSite site) : VisitTests(site);
