using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Tests;

/// <summary>Who may open what, and who may send what: every address is authorised on the server.</summary>
public abstract class AccessTests(SiteFixture fixture) : Scenario(fixture)
{
    // The answers are those of: nobody signed in, a member, the coordinator, the administrator.
    private static readonly (string Path, string[] Answers)[] Pages =
    [
        ("/", [Shown, Shown, Shown, Shown]),
        ("/order", [Shown, Shown, Shown, Shown]),
        ("/order/mine", [Login, Shown, Missing, Missing]),
        ("/order/{order}/calendar.ics", [Login, Missing, Missing, Missing]),
        ("/order/review", [Login, Sent, Shown, Shown]),
        ("/producers", [Shown, Shown, Shown, Shown]),
        ("/producers/{nobody}", [Missing, Missing, Missing, Missing]),
        ("/my-account", [Login, Shown, Shown, Shown]),
        ("/my-account/{account}", [Login, Missing, Missing, Missing]),
        ("/my-account/statement?from=2026-01-01", [Login, Shown, Missing, Missing]),
        ("/my-account/statement/print", [Login, Shown, Missing, Missing]),
        ("/my-account/statement/csv", [Login, Shown, Missing, Missing]),
        ("/my-account/data", [Login, Shown, Missing, Missing]),
        ("/my-account/data/file", [Login, Shown, Missing, Missing]),
        ("/my-account/preferences", [Login, Shown, Shown, Shown]),
        ("/my-account/gift", [Login, Missing, Missing, Missing]),
        ("/my-account/leave", [Login, Shown, Missing, Missing]),
        ("/my-account/household", [Login, Shown, Missing, Missing]),
        ("/invitation/{nobody}", [Missing, Missing, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/data", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{nobody}/data", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/statement", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/statement/print", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/statement/csv", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{nobody}/statement", [Login, Forbidden, Missing, Missing]),
        ("/order/{order}", [Login, Missing, Missing, Missing]),
        ("/order/{order}/cancel", [Login, Missing, Missing, Missing]),
        ("/Admin", [Login, Forbidden, Shown, Shown]),
        ("/Admin/find", [Login, Forbidden, Shown, Shown]),
        ("/Admin/find/hits?q=an", [Login, Forbidden, Shown, Shown]),
        ("/Admin/alerts", [Login, Forbidden, Shown, Shown]),
        ("/Admin/trends", [Login, Forbidden, Shown, Shown]),
        ("/Admin/trends/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/balances", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/clients", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/clients/open", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/invitations", [Login, Forbidden, Shown, Shown]),
        ("/invitation", [Shown, Shown, Shown, Shown]),
        ("/Admin/payments/to-set", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/payment", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/refund", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/adjust", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/reverse/{operation}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/announce", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/pending/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/fees", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/fees/new", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/fee/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/pending", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/bank", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/bank/lines", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/bank/lines/progress", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/bank/line/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/table/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/cheques", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/cheque/{operation}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/cheque/{operation}/bounced", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/slips", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/slip/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/cheques", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{nobody}/cheques", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/drawers", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/drawers/open", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/drawers/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/drawers/{nobody}/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/pay/{nobody}", [Missing, Missing, Missing, Missing]),
        ("/pay/{nobody}/transfer.png", [Missing, Missing, Missing, Missing]),
        ("/receipt/{nobody}", [Missing, Missing, Missing, Missing]),
        ("/my-account/receipts/{nobody}", [Login, Missing, Missing, Missing]),
        ("/Admin/counter/receipts/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/receipts", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/receipts/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/receipts/{nobody}/print/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/reminders/sent", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/reminders/sent/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders/preview?accountId={account}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/reminders/preview?accountId={nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders/accounts/{account}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/reminders/accounts/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders/settings", [Login, Forbidden, Forbidden, Shown]),
        ("/reminders/stop/{nobody}", [Missing, Missing, Missing, Missing]),
        ("/Admin/payments/books", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/year", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/journals", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/journals/vat?From=2026-01-01&To=2026-12-31", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/journals/file?From=2026-01-01&To=2026-12-31&Format=Csv", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/settings", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/words", [Login, Forbidden, Forbidden, Shown]),
        ("/pay/card", [Login, Missing, Missing, Missing]),
        ("/pay/card/return/{nobody}", [Login, Missing, Missing, Missing]),
        ("/Admin/payments/online", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/online/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/online/{nobody}/refund", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/stripe/connection", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/orders", [Login, Forbidden, Shown, Shown]),
        ("/Admin/orders/new?distributionId={distribution}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/orders/{order}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/orders/{order}/correct", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{distribution}/delivery", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/delivery", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/on-sale", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/on-sale", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/type-in", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{distribution}/type-in?accountId={account}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/type-in", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/lists", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{distribution}/lists?by=Basket", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/lists", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/lists/file", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/lists/file", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{nobody}/payment", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{nobody}/refund", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{nobody}/adjust", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/reverse/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/orders/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/order/{nobody}", [Login, Missing, Missing, Missing]),
        ("/my-account/{nobody}", [Login, Missing, Missing, Missing]),
    ];

    /// <summary>What the administrator may open below the admin.</summary>
    internal static IEnumerable<string> AdminPages => Pages.Where(page => page.Path.StartsWith("/Admin", StringComparison.Ordinal) && page.Answers[3] == Shown).Select(page => page.Path);

    // Each is sent with a good token and otherwise empty: who may send it is told what is missing, and nothing is posted.
    private static readonly (string Path, string[] Answers)[] Forms =
    [
        ("/order/again", [Login, Missing, Missing, Missing]),
        ("/order/remind", [Login, Sent, Missing, Missing]),
        ("/order/basket", [Sent, Sent, Sent, Sent]),
        ("/order/place", [Login, Shown, Shown, Shown]),
        ("/order/change", [Login, Shown, Shown, Shown]),
        ("/order/cancel", [Login, Missing, Missing, Missing]),
        ("/Admin/alerts", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/clients/open", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/invitations", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/invitations/{nobody}/again", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/invitations/{nobody}/withdraw", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{account}/payment", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/refund", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/adjust", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/reverse/{operation}", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/announce", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{account}/pending/{nobody}", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{account}/pending/{nobody}/cancel", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{account}/links/revoke", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{nobody}/links/revoke", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/fees/preview", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/fees/post", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/fee/{nobody}/approve", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/fee/{nobody}/decline", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/fee/{nobody}/withdraw", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/fee/{nobody}/undo", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/pending/receive", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/bank", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/bank/read", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/bank/import/{nobody}/undo", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/bank/lines/post", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/bank/lines/certain", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/bank/lines/ignore", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/bank/line/{nobody}/assign", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/line/{nobody}/decide", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/line/{nobody}/ignore", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/line/{nobody}/take-up", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/line/{nobody}/another", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/line/{nobody}/same", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/line/{nobody}/undo", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/bank/table/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/cheques/slip", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/cheques/aside", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/cheque/{operation}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/cheque/{operation}/back", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/cheque/{operation}/bounced", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/slip/{nobody}/off", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/slips/bank", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{account}/cheques", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/accounts/{nobody}/cheques", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/drawers/open", [Login, Forbidden, Shown, Shown]),
        ("/Admin/payments/drawers/{nobody}/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/my-account/transfers", [Login, Sent, Missing, Missing]),
        ("/my-account/gift", [Login, Missing, Missing, Missing]),
        ("/my-account/leave", [Login, Sent, Missing, Missing]),
        ("/my-account/household/invite", [Login, Sent, Missing, Missing]),
        ("/my-account/household/again", [Login, Sent, Missing, Missing]),
        ("/my-account/household/withdraw", [Login, Sent, Missing, Missing]),
        ("/my-account/household/remove", [Login, Sent, Missing, Missing]),
        ("/my-account/household/leave", [Login, Missing, Missing, Missing]),
        ("/invitation/{nobody}", [Login, Missing, Missing, Missing]),
        ("/invitation/{nobody}/register", [Missing, Missing, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/logins/remove", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{nobody}/logins/remove", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/stay", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{nobody}/stay", [Login, Forbidden, Missing, Missing]),
        ("/my-account/preferences/mails", [Login, Sent, Missing, Missing]),
        ("/my-account/mail-language", [Login, Sent, Sent, Sent]),
        ("/pay/{nobody}/transfers", [Missing, Missing, Missing, Missing]),
        ("/my-account/receipts", [Login, Sent, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/receipts", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{nobody}/receipts", [Login, Forbidden, Missing, Missing]),
        ("/Admin/counter/receipts/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/receipts/{nobody}/print", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/receipts/{nobody}/mail", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders/send", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/reminders/send-again", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/reminders/release-digests", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/reminders/sent/{nobody}/again", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders/accounts/{account}", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/reminders/accounts/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/reminders/settings", [Login, Forbidden, Forbidden, Shown]),
        ("/reminders/stop/{nobody}", [Missing, Missing, Missing, Missing]),
        ("/Admin/payments/books/verify", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/books/close", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/books/archive", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/year/lock", [Login, Forbidden, Forbidden, Sent]),
        ("/Admin/payments/settings", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/payments/words", [Login, Forbidden, Forbidden, Shown]),
        ("/pay/card", [Login, Missing, Missing, Missing]),
        ("/Admin/payments/stripe/retry", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/stripe/compare", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/stripe/test-money", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/online/{nobody}/refund", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/online/{nobody}/seen", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/stripe/connection", [Login, Forbidden, Forbidden, Shown]),
        ("/Admin/orders/place", [Login, Forbidden, Missing, Missing]),
        ("/Admin/orders/{order}/change", [Login, Forbidden, Shown, Shown]),
        ("/Admin/orders/{order}/correct", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{distribution}/delivery", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/delivery", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/on-sale", [Login, Forbidden, Shown, Shown]),
        ("/Admin/distributions/{nobody}/on-sale", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/type-in", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/lists/send", [Login, Forbidden, Missing, Missing]),
        ("/Admin/distributions/{distribution}/on-sale/remove", [Login, Forbidden, Sent, Sent]),
        ("/Admin/distributions/{nobody}/on-sale/remove", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/returnables", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{nobody}/returnables", [Login, Forbidden, Missing, Missing]),
        ("/Admin/orders/{nobody}/correct", [Login, Forbidden, Missing, Missing]),
        ("/Admin/orders/{order}/cancel", [Login, Forbidden, Sent, Sent]),
        ("/Admin/orders/{order}/debit", [Login, Forbidden, Sent, Sent]),
        ("/Admin/payments/accounts/{nobody}/payment", [Login, Forbidden, Missing, Missing]),
        ("/Admin/payments/accounts/{account}/reverse/{nobody}", [Login, Forbidden, Missing, Missing]),
        ("/Admin/orders/{nobody}/change", [Login, Forbidden, Missing, Missing]),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Editor)]
    public async Task Every_page_opens_for_whom_it_is(int role)
    {
        var fill = await MakeTargetAsync();
        using var browser = await BrowserAsync(role);

        var answers = new List<string>();
        foreach (var (path, _) in Pages)
        {
            answers.Add($"{path} {Kind(await browser.AskAsync(fill(path)))}");
        }

        Assert.Equal(Pages.Select(page => $"{page.Path} {Answer(page, role)}"), answers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Editor)]
    public async Task Every_form_is_taken_from_whom_it_is_for_and_an_empty_one_posts_nothing(int role)
    {
        var fill = await MakeTargetAsync();
        var before = await StatementAsync(fill("{account}"));
        using var browser = await BrowserAsync(role);
        var bare = await browser.BareFormAsync("/", TokenPages[role]);

        var answers = new List<string>();
        foreach (var (path, _) in Forms)
        {
            answers.Add($"{path} {Kind(await browser.SendAsync(bare.To(new Uri(Site.Address, fill(path)))))}");
        }

        Assert.Equal(Forms.Select(form => $"{form.Path} {Answer(form, role)}"), answers);
        Assert.Equal(before.Select(line => line.MinorUnits), (await StatementAsync(fill("{account}"))).Select(line => line.MinorUnits));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Editor)]
    public async Task A_form_without_its_token_is_refused_and_nothing_is_posted(int role)
    {
        var fill = await MakeTargetAsync();
        var before = await StatementAsync(fill("{account}"));
        using var browser = await BrowserAsync(role);
        var today = MarketCalendar.In(0);

        var taken = new List<string>();
        foreach (var (path, answers) in Forms)
        {
            var expected = Answer((path, answers), role);
            var answer = await browser.PostAsync(
                fill(path),
                ("Key", Guid.NewGuid().ToString("n")), ("Amount", "5"), ("Method", "cash"), ("OccurredOn", today), ("Memo", "No token"), ("Reason", "No token"),
                ("OrderId", fill("{order}")), ("Revision", "1"));
            var isRefused = answer.Status == HttpStatusCode.BadRequest || (expected is Login or Forbidden && Kind(answer) == expected);
            if (!isRefused)
            {
                taken.Add($"{path} {Kind(answer)}");
            }
        }

        Assert.Empty(taken);
        Assert.Equal(before.Select(line => line.MinorUnits), (await StatementAsync(fill("{account}"))).Select(line => line.MinorUnits));
    }

    [Fact]
    public async Task A_members_own_account_opens_by_its_id_too()
    {
        using var member = await RegisterAsync();

        var page = await member.Browser.AskAsync("/my-account/" + member.AccountId);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(0, BalanceOn(page));
    }

    private static string Answer((string Path, string[] Answers) address, int role) => role switch
    {
        Editor when address.Path is "/Admin" or "/Admin/find" or "/Admin/find/hits?q=an" => Shown,
        Editor when address.Path is "/Admin/alerts" => address.Answers[2],
        Editor => address.Answers[1],
        _ => address.Answers[role],
    };

    // A member with an order and a payment, who is none of those that look.
    private async Task<Func<string, string>> MakeTargetAsync()
    {
        using var target = await RegisterAsync();
        var order = await OrderAsync(target.Browser);
        await PayAsync(target.AccountId, "5");
        var operation = (await StatementAsync(target.AccountId))[^1].ReverseAddress!.Split('/')[^1];
        var distribution = (await target.Browser.GetAsync("/order")).One("input[name=DistributionId]").GetAttribute("value")!;
        return path => path
            .Replace("{account}", target.AccountId, StringComparison.Ordinal)
            .Replace("{order}", order.OrderId, StringComparison.Ordinal)
            .Replace("{operation}", operation, StringComparison.Ordinal)
            .Replace("{distribution}", distribution, StringComparison.Ordinal)
            .Replace("{nobody}", UnknownId, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class AccessOnSqlite(SqliteSite site) : AccessTests(site);

[Collection(PostgresSite.Name)]
public sealed class AccessOnPostgres(PostgresSite site) : AccessTests(site);
