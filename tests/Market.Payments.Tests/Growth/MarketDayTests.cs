using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Market.Payments.Tests.Fixtures;
using Market.Payments.Tests.Goods;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Growth;

/// <summary>
/// The days before a distribution, of three hundred members who register, order, change, cancel and pay, told when somebody asks for it:
/// <c>dotnet test tests/Market.Payments.Tests --filter FullyQualifiedName~MarketDay --logger "console;verbosity=detailed" -- xUnit.Explicit=only</c>.
/// How long it takes is told and not asserted; that the books hold is.
/// </summary>
public abstract class MarketDayTests(SiteFixture fixture) : GoodsScenario(fixture)
{
    private const int Members = 300;

    private const int Boxes = 50;

    private const int AtOnce = 4;

    [Fact(Explicit = true)]
    public async Task Three_hundred_members_order_change_cancel_and_pay()
    {
        var report = new DayReport(Site);
        var stall = await OpenStallAsync();
        var goods = new List<Product>();
        for (var product = 0; product < 20; product++)
        {
            goods.Add(await AddProductAsync(stall, form => form.With("ProductPart.Price", $"{product + 1}.37")));
        }

        await OfferAsync(stall, goods);

        var people = new ConcurrentBag<Person>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Members), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (place, _) => people.Add(await VisitAsync(report, stall, goods, place)));
        var accounts = await AccountsAsync();
        await WorkAsync(report, stall, people, accounts);

        Say(await report.TableAsync());
        foreach (var path in (string[])["/", "/order", "/my-account"])
        {
            Say(await DayReport.WeightAsync(people.First().Browser, path));
        }

        await HoldAsync(report, stall, goods, people, accounts);
    }

    // What one member does, by the forms that a browser would send.
    private async Task<Person> VisitAsync(DayReport report, Stall stall, List<Product> goods, int place)
    {
        var (login, browser) = (NewName("day"), Site.NewClient());
        var registration = (await report.AskAsync("registration, form", browser, "/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])")
            .With("RegisterUserForm.Name", login).With("RegisterUserForm.UserName", login).With("RegisterUserForm.Email", login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword).With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword);
        await report.SendAsync("registration, sent", browser, registration);
        var signIn = (await report.AskAsync("log-in, form", browser, "/Login")).Form("form:has(input[name='LoginForm.Password'])");
        await report.SendAsync("log-in, sent", browser, signIn.With("LoginForm.UserName", login).With("LoginForm.Password", SiteOptions.DevelopmentPassword));
        await report.AskAsync("home", browser, "/");

        var shop = "/order?distributionId=" + stall.Distribution;
        var wanted = goods.Skip(1 + (place % 12)).Take(6).ToList();
        var total = await OrderAsync(report, browser, shop, "placed", Fill([goods[0], .. wanted]))
            ?? await OrderAsync(report, browser, shop, "placed", form => Fill(wanted)(form).With($"Quantities[{goods[0].Id}]", "0"))
            ?? throw new InvalidOperationException(login + " could not order.");
        var order = (await browser.GetAsync(shop)).OrderForm()["OrderId"]!;
        if (place % 3 == 0)
        {
            total = await OrderAsync(report, browser, shop, "changed", form => form.With($"Quantities[{wanted[0].Id}]", "2")) ?? total;
        }

        if (place % 10 == 9)
        {
            var question = await report.AskAsync("cancel, question", browser, $"/order/{order}/cancel");
            await report.SendAsync("cancel, sent", browser, question.FormTo("/order/cancel"));
            total = 0;
        }

        var mine = await report.AskAsync("my account", browser, "/my-account");
        if (total > 0 && place % 2 == 0)
        {
            await report.SendAsync("transfer announced", browser, mine.FormTo("/my-account/transfers").With("amount", Typed(total)));
        }

        await report.AskAsync("my orders", browser, "/order/mine");
        await report.AskAsync("my statement", browser, "/my-account/statement?from=2020-01-01");
        return new Person(login, browser, total, place);

        static Func<SiteForm, SiteForm> Fill(IEnumerable<Product> products) => form => products.Aggregate(form, (filled, product) => filled.With($"Quantities[{product.Id}]", "1"));
    }

    // From the products over the last look to the order; null where something was sold meanwhile.
    private static async Task<long?> OrderAsync(DayReport report, SiteClient browser, string shop, string door, Func<SiteForm, SiteForm> fill)
    {
        var page = await report.AskAsync("order page", browser, shop);
        var basket = fill(page.Form("form[data-order-form]"));
        var kept = await report.SendAsync("basket", browser, basket.With("then", "review"));
        if (kept.Redirect is null)
        {
            return null;
        }

        var look = await report.AskAsync("last look", browser, kept.Redirect.PathAndQuery);
        if (look.Document.QuerySelector("form[data-confirm-order]") is null)
        {
            return null;
        }

        var form = look.Form("form[data-confirm-order]");
        var answer = await report.SendAsync("order, " + door, browser, form);
        if (answer.Redirect is null)
        {
            return null;
        }

        await report.AskAsync("order, its page", browser, answer.Redirect.PathAndQuery);
        return long.Parse(form["Seen"]!, CultureInfo.InvariantCulture);
    }

    // What coordinators and volunteers do with all of it.
    private async Task WorkAsync(DayReport report, Stall stall, IEnumerable<Person> people, IReadOnlyDictionary<string, string> accounts)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var token = (string)JsonNode.Parse((await coordinator.AskAsync("/Admin/counter/token")).Html)!["token"]!;
        foreach (var person in people.Where(person => person is { Owes: > 0, Place: var place } && place % 2 == 1))
        {
            var account = accounts[person.Login];
            if (person.Place % 4 == 1)
            {
                var form = await report.AskAsync("payment, form", coordinator, $"/Admin/payments/accounts/{account}/payment");
                await report.SendAsync("payment, recorded", coordinator, form.FormTo($"/Admin/payments/accounts/{account}/payment").With("Amount", Typed(person.Owes)).With("Method", "cash"));
            }
            else
            {
                var entry = new JsonObject
                {
                    ["id"] = Guid.NewGuid().ToString(),
                    ["kind"] = "payment",
                    ["account"] = account,
                    ["at"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                    ["data"] = new JsonObject { ["method"] = "cash", ["amount"] = person.Owes },
                };
                var answer = await report.NoteAsync("counter, a tap", coordinator, () => coordinator.PostJsonAsync($"/Admin/counter/{stall.Distribution}/entries", new JsonObject { ["entries"] = new JsonArray(entry) }.ToJsonString(), token));
                Assert.Contains("taken", answer.Html, StringComparison.Ordinal);
            }

            person.Owes = 0;
        }

        (string Kind, string Path)[] pages =
        [
            ("counter, all of it", $"/Admin/counter/{stall.Distribution}/state"),
            ("desk", "/Admin"),
            ("trends", "/Admin/trends"),
            ("find", "/Admin/find/hits?q=day"),
            ("balances", "/Admin/payments/balances"),
            ("clients", "/Admin/payments/clients"),
            ("pending", "/Admin/payments/pending"),
            ("orders", "/Admin/orders?distributionId=" + stall.Distribution),
            ("on sale", $"/Admin/distributions/{stall.Distribution}/on-sale"),
            ("list by producer", $"/Admin/distributions/{stall.Distribution}/lists"),
            ("packing list", $"/Admin/distributions/{stall.Distribution}/lists?by=Basket"),
            ("closing", $"/Admin/counter/{stall.Distribution}/close"),
            ("receipts", "/Admin/payments/receipts"),
        ];
        foreach (var (kind, path) in pages)
        {
            for (var time = 0; time < 10; time++)
            {
                Assert.True((await report.AskAsync(kind, coordinator, path)).IsSuccess, path);
            }
        }
    }

    private async Task HoldAsync(DayReport report, Stall stall, List<Product> goods, IReadOnlyCollection<Person> people, IReadOnlyDictionary<string, string> accounts)
    {
        foreach (var person in people)
        {
            var page = await report.AskAsync("an account", await Fixture.CoordinatorAsync(), "/Admin/payments/accounts/" + accounts[person.Login]);
            Assert.Equal(BalanceOn(page), LinesOn(page).Sum(line => line.MinorUnits));
            Assert.Equal(-person.Owes, BalanceOn(page));
        }

        var cells = (await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/distributions/{stall.Distribution}/on-sale")).TextsOf($"tr[data-product='{goods[0].Id}'] td");
        Assert.InRange(int.Parse(cells[^2], CultureInfo.InvariantCulture), 1, Boxes);
        var admin = await Fixture.AdminAsync();
        await admin.SubmitAsync((await admin.GetAsync("/Admin/payments/books")).FormTo("/Admin/payments/books/verify"));
        var books = await BooksTests.UntilVerifiedAsync(admin);
        Assert.All(books.Document.QuerySelectorAll("#books-health tr"), row => Assert.Equal("true", row.GetAttribute("data-good")));
        Assert.Empty(books.Document.QuerySelectorAll("#findings"));
    }

    // Everything is on sale, and of the first product there are few.
    private async Task OfferAsync(Stall stall, List<Product> goods)
    {
        var form = (await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/distributions/{stall.Distribution}/on-sale")).Form("#on-sale");
        form = goods.Aggregate(form, (filled, product) => filled.With($"Rows[{product.Id}].On", "true"));
        await SubmitAsync(form.With($"Rows[{goods[0].Id}].Stock", Boxes.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<IReadOnlyDictionary<string, string>> AccountsAsync()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var coordinator = await Fixture.CoordinatorAsync();
        for (var (page, before) = (1, -1); found.Count > before; page++)
        {
            before = found.Count;
            foreach (var link in (await coordinator.GetAsync($"/Admin/payments/clients?pagenum={page}")).Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']"))
            {
                found[link.TextContent.Trim()] = link.GetAttribute("href")!.Split('/')[^1];
            }
        }

        return found;
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    /// <summary>A member and what they owe by now.</summary>
    private sealed record Person(string Login, SiteClient Browser, long Owes, int Place)
    {
        public long Owes { get; set; } = Owes;
    }
}

[Collection(SqliteSite.Name)]
public sealed class MarketDayOnSqlite(SqliteSite site) : MarketDayTests(site);

[Collection(PostgresSite.Name)]
public sealed class MarketDayOnPostgres(PostgresSite site) : MarketDayTests(site);
