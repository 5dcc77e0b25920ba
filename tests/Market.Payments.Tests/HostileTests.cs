using Market.Payments.Tests.Fixtures;
using Market.Payments.Tests.Goods;

namespace Market.Payments.Tests;

/// <summary>
/// What people write is text wherever it comes out: on every page that somebody opens, in files for spreadsheets, in mails. What a shop shows
/// is in <c>ShopTests</c> too, calendars and mails of orders in those of reminders.
/// </summary>
[Collection(SqliteSite.Name)]
public sealed class HostileTests(SqliteSite site) : GoodsScenario(site)
{
    // Runs in a page, ends an attribute, a formula and a JSON string, and is a template.
    private const string Trap = "=<script>trap()</script>\"'><img src=x onerror=trap()>{{ 6 | times: 7 }}";

    private static readonly string[] Raw = ["<script>trap(", "<img src=x", "\"'><"];

    private static readonly string[] Files = ["/csv", "/file", "/data", ".ics", "/journals/", "/trends/"];

    private static readonly string[] MemberPages =
    [
        "/", "/order", "/order?by=category&q={trap}", "/order/mine", "/order/{order}", "/order/{order}/cancel", "/producers", "/producers/{producer}",
        "/my-account", "/my-account/statement?from=2020-01-01&text={trap}", "/my-account/statement/print?from=2020-01-01", "/my-account/data", "/my-account/preferences",
        "/handbook/my-account?q={trap}",
    ];

    private static readonly string[] MoreOfTheAdmin =
    [
        "/Admin/payments/clients?search={name}", "/Admin/payments/balances?search={name}", "/Admin/payments/fees?search={trap}", "/Admin/find?q={trap}", "/Admin/handbook?q={trap}",
        "/Admin/distributions/{distribution}/lists?by=Producer&details=true", "/Admin/distributions/{distribution}/lists?by=Product", "/Admin/distributions/{distribution}/lists?by=Member",
        "/Admin/counter", "/Admin/counter/{distribution}", "/Admin/counter/{distribution}/close",
        "/Admin/AuditTrail", "/Admin/Contents/ContentItems/Product",
    ];

    [Fact]
    public async Task What_people_write_is_text_on_every_page_and_no_formula_in_a_file()
    {
        using var member = await RegisterAsync();
        var (admin, coordinator) = (await Fixture.AdminAsync(), await Fixture.CoordinatorAsync());
        var name = NewName();
        await EditAccountAsync(member.AccountId, form => form.With("ClientAccountPart.Name", Trap + name));
        var stall = await OpenStallAsync();
        var product = await AddProductAsync(stall, form => form.With("ProductPart.Unit", "=box").With("ProductPart.Note", Trap).With("ProductPart.Category", Trap[..40]).With("ProductPart.Labels", Trap), Trap + NewName());
        await WriteOverAsync(stall);
        var order = await OrderAsync(member, stall, (product, "2"));
        await PayAsync(member.AccountId, "7.31", "cheque", ("Details[cheque-number]", "7310"), ("Details[cheque-bank]", Trap[..60]), ("Memo", Trap));
        await coordinator.SubmitAsync((await MoneyFormAsync(member.AccountId, "adjust")).With("Amount", "0.37").With("Memo", Trap));
        await coordinator.SubmitAsync((await coordinator.GetAsync("/Admin/payments/drawers/open")).FormTo("/Admin/payments/drawers/open").With("Name", Trap[..30]).With("Amount", "1").With("Reason", Trap));
        var operation = (await StatementAsync(member.AccountId))[^1].ReverseAddress!.Split('/')[^1];
        var seen = new List<string>();
        var wrong = new List<string>();
        var pages = MemberPages.Select(path => (member.Browser, Path: path))
            .Concat(AccessTests.AdminPages.Concat(MoreOfTheAdmin).Where(path => !path.Contains("{nobody}", StringComparison.Ordinal) && !Files.Any(file => path.Contains(file, StringComparison.Ordinal))).Select(path => (Browser: admin, Path: path)));
        foreach (var (browser, path) in pages)
        {
            var html = (await browser.GetAsync(path
                .Replace("{account}", member.AccountId, StringComparison.Ordinal)
                .Replace("{order}", order, StringComparison.Ordinal)
                .Replace("{operation}", operation, StringComparison.Ordinal)
                .Replace("{producer}", stall.Producer, StringComparison.Ordinal)
                .Replace("{distribution}", stall.Distribution, StringComparison.Ordinal)
                .Replace("{name}", Uri.EscapeDataString(name), StringComparison.Ordinal)
                .Replace("{trap}", Uri.EscapeDataString(Trap), StringComparison.Ordinal))).Html;
            wrong.AddRange(Raw.Where(raw => html.Contains(raw, StringComparison.Ordinal)).Select(raw => $"{path}: {raw}"));
            if (html.Contains("trap(", StringComparison.Ordinal))
            {
                seen.Add(path);
            }
        }

        Assert.Empty(wrong);
        foreach (var path in (string[])["/my-account", "/order", "/producers/{producer}", "/Admin/payments/cheques", "/Admin/payments/drawers", "/Admin/payments/clients?search={name}", "/Admin/payments/balances?search={name}", "/Admin/orders/{order}"])
        {
            Assert.Contains(path, seen);
        }

        foreach (var file in (string[])["/my-account/statement/csv?from=2020-01-01", $"/Admin/payments/accounts/{member.AccountId}/statement/csv?from=2020-01-01", $"/Admin/distributions/{stall.Distribution}/lists/file?by=Member", $"/Admin/distributions/{stall.Distribution}/lists/file?by=Producer"])
        {
            var csv = (await (file.StartsWith("/my", StringComparison.Ordinal) ? member.Browser : coordinator).GetAsync(file)).Html.TrimStart('\ufeff');
            Assert.Contains("trap(", csv, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?m)(^|[,;])\"?=", csv);
        }
    }

    private async Task WriteOverAsync(Stall stall)
    {
        var admin = await Fixture.AdminAsync();
        var address = $"/Admin/Contents/ContentItems/{stall.Producer}/Edit";
        var form = (await admin.GetAsync(address)).Form("form:has([name='ProducerPart.Village'])");
        await admin.SubmitAsync(form.With("TitlePart.Title", Trap).With("ProducerPart.Village", Trap[..40]).With("ProducerPart.Story", Trap).With("submit.Publish", "submit.Publish"));
        Assert.Contains("published", (await EditDistributionAsync(stall.Distribution, edit => edit.With("DistributionPart.Place", Trap[..60]))).Notices, StringComparison.Ordinal);
    }
}
