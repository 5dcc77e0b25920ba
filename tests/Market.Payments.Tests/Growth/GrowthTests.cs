using Market.Payments.Tests.Bank;
using Market.Payments.Tests.Fixtures;
using Market.Payments.Tests.Goods;

namespace Market.Payments.Tests.Growth;

/// <summary>No page asks the database more often because there is more to show: PostgreSQL's driver tells how often it is asked.</summary>
[Collection(PostgresSite.Name)]
public sealed class GrowthTests(PostgresSite site) : GoodsScenario(site)
{
    private const int Many = 10;

    // What is looked at in every other minute, such as whether a login still holds, may fall on either visit.
    private const int Slack = 2;

    private static readonly string[] MemberPages =
    [
        "/", "/order", "/order?by=category", "/order/review", "/order/mine", "/order/{order}", "/order/{order}/cancel", "/producers", "/producers/{producer}",
        "/my-account", "/my-account/statement?from=2020-01-01", "/my-account/statement/print?from=2020-01-01", "/my-account/statement/csv?from=2020-01-01",
        "/my-account/data", "/my-account/data/file", "/my-account/preferences", "/my-account/leave", "/handbook/my-account",
    ];

    private static readonly string[] MoreOfTheAdmin =
    [
        "/Admin/payments/balances?show=all", "/Admin/payments/bank/lines?show=all",
        "/Admin/distributions/{distribution}/lists?by=Producer&details=true", "/Admin/distributions/{distribution}/lists?by=Product", "/Admin/distributions/{distribution}/lists?by=Member",
        "/Admin/counter", "/Admin/counter/{distribution}/state", "/Admin/counter/{distribution}/close", "/Admin/find/hits?q=growth",
        "/Admin/AuditTrail", "/Admin/Contents/ContentItems/Product", "/Admin/handbook",
    ];

    [Fact]
    public async Task No_page_asks_the_database_more_often_because_there_is_more()
    {
        var stall = await OpenStallAsync();
        var goods = new List<Product> { await AddProductAsync(stall) };
        using var ann = await RegisterAsync();
        var order = await OrderAsync(ann, stall, (goods[0], "1"));
        await PayAsync(ann.AccountId, "1.01");
        var operation = (await StatementAsync(ann.AccountId))[^1].ReverseAddress!.Split('/')[^1];
        var admin = await Fixture.AdminAsync();
        await ReadAsync("VIR SOMEBODY");
        var pages = MemberPages.Select(path => (Browser: ann.Browser, Path: path))
            .Concat(AccessTests.AdminPages.Concat(MoreOfTheAdmin).Where(path => !path.Contains("{nobody}", StringComparison.Ordinal)).Select(path => (Browser: admin, Path: path)))
            .Select(page => (page.Browser, page.Path, Address: page.Path
                .Replace("{account}", ann.AccountId, StringComparison.Ordinal)
                .Replace("{order}", order, StringComparison.Ordinal)
                .Replace("{operation}", operation, StringComparison.Ordinal)
                .Replace("{producer}", stall.Producer, StringComparison.Ordinal)
                .Replace("{distribution}", stall.Distribution, StringComparison.Ordinal)))
            .ToList();

        var few = new List<int>();
        foreach (var page in pages)
        {
            // What is read once and kept is read by the first.
            await page.Browser.AskAsync(page.Address);
            few.Add(await Site.Meter.CountAsync(page.Browser, page.Address));
        }

        Assert.InRange(few[0], 1, 100);
        await GrowAsync(stall, ann, goods);

        var grew = new List<string>();
        foreach (var (page, before) in pages.Zip(few))
        {
            var after = await Site.Meter.CountAsync(page.Browser, page.Address);
            after = after > before + Slack ? Math.Min(after, await Site.Meter.CountAsync(page.Browser, page.Address)) : after;
            TestContext.Current.TestOutputHelper?.WriteLine($"{page.Path}: {before} → {after}");
            if (after > before + Slack)
            {
                grew.Add($"{page.Path}: {before} → {after}");
            }
        }

        Assert.Empty(grew);
    }

    [Fact]
    public async Task Orders_and_operations_stand_behind_those_before_them()
    {
        const int Members = 5;
        var stall = await OpenStallAsync();
        var product = await AddProductAsync(stall);
        var (orders, operations) = (new List<string>(), new List<string>());
        for (var member = 0; member < Members; member++)
        {
            using var other = await RegisterAsync();
            orders.Add(await OrderAsync(other, stall, (product, "1")));
            await PayAsync(other.AccountId, "1.01");
            operations.Add((await StatementAsync(other.AccountId))[^1].ReverseAddress!.Split('/')[^1]);
        }

        Assert.Equal(orders.Order(StringComparer.Ordinal), orders);
        Assert.Equal(operations.Order(StringComparer.Ordinal), operations);
        Assert.Equal(2 * Members, orders.Concat(operations).Distinct(StringComparer.Ordinal).Count());
    }

    private async Task GrowAsync(Stall stall, Member ann, List<Product> goods)
    {
        var (admin, coordinator) = (await Fixture.AdminAsync(), await Fixture.CoordinatorAsync());
        for (var more = 0; more < 5; more++)
        {
            goods.Add(await AddProductAsync(stall));
        }

        // New members with something to pay, each of whom orders.
        var name = NewName("growth");
        var bring = (await admin.GetAsync("/Admin/payments/moving-in")).Form("#bring");
        var file = "name;email;balance\n" + string.Concat(Enumerable.Range(0, Many).Select(place => $"{name} {(char)('A' + place)};;-{place + 3},17\n"));
        var columns = await admin.UploadAsync(bring, "file", "growth.csv", System.Text.Encoding.UTF8.GetBytes(file));
        await admin.SubmitAsync((await admin.SubmitAsync(columns.Form("#columns"))).Form("#move-in"));
        var list = await coordinator.GetAsync("/Admin/payments/clients?search=" + name);
        var accounts = list.Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']").Select(link => link.GetAttribute("href")!.Split('/')[^1]).Distinct().ToList();
        Assert.Equal(Many, accounts.Count);
        var typeIn = $"/Admin/distributions/{stall.Distribution}/type-in";
        var form = (await coordinator.GetAsync($"{typeIn}?accountId={accounts[0]}")).FormTo(typeIn);
        form = goods.Aggregate(form, (filled, product) => filled.With($"Quantities[{product.Id}]", "1"));
        foreach (var account in accounts)
        {
            var saved = await coordinator.SubmitAsync(form.With("AccountId", account).With("FormKey", Guid.NewGuid().ToString("n")));
            Assert.Contains("the order is saved", saved.Notices, StringComparison.Ordinal);
        }

        // Payments of all kinds, some announced, some with a receipt, and what the bank says of them.
        var (cash, announce) = (await MoneyFormAsync(ann.AccountId, "payment"), await MoneyFormAsync(accounts[0], "announce"));
        for (var more = 0; more < Many; more++)
        {
            var cheque = cash.With("Method", more % 2 == 0 ? "cheque" : "cash").With("Details[cheque-number]", $"{8_800_000 + Random.Shared.Next(100_000)}").With("Details[cheque-bank]", "La Banque");
            await coordinator.SubmitAsync(cheque.With("Amount", $"0.{more + 11}").With("Key", Guid.NewGuid().ToString("n")));
            await coordinator.SubmitAsync(announce.To(new Uri(Site.Address, $"/Admin/payments/accounts/{accounts[more]}/announce")).With("Amount", "1.17").With("Method", "transfer").With("Key", Guid.NewGuid().ToString("n")));
        }

        for (var more = 0; more < 3; more++)
        {
            var page = await ann.Browser.GetAsync("/my-account");
            await ann.Browser.SubmitAsync(page.Form("#my-receipts form"));
        }

        await ReadAsync([.. Enumerable.Range(0, Many).Select(place => $"VIR {name} {(char)('A' + place)}")]);

        // Past and coming distributions that the same member orders for.
        for (var more = 0; more < 4; more++)
        {
            var distribution = await AddDistributionAsync(31 + more);
            await OrderAsync(ann, stall with { Distribution = distribution }, (goods[0], "1"));
        }
    }

    private async Task ReadAsync(params string[] texts)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await coordinator.GetAsync("/Admin/payments/bank")).Form("#read").With("isOurs", "true");
        await coordinator.UploadAsync(form, "file", $"growth{texts.Length}.xml", BankFiles.Camt([.. texts.Select((text, place) => new BankEntry(place + 3.17m, text))]));
    }
}
