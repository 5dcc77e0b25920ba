using System.Text.Json;
using Microsoft.Playwright;

namespace MarketSite.BrowserTests.Counter;

/// <summary>The queue of the counter's page, driven in a browser against a market that fails in every way.</summary>
public sealed class QueueTests(Market market) : IAsyncLifetime
{
    private const string Open =
        $$"""
        async () => {
          const { App } = await import('/Market.Payments.Counter/counter/app.js');
          const { Queue } = await import('/Market.Payments.Counter/counter/queue.js');
          window.app = new App('/Admin/counter', '{{FakeCounter.Distribution}}');
          window.intent = () => Queue.intent();
          window.asked = [];
          await app.start();
        }
        """;

    private FakeCounter? _counter;
    private IBrowserContext? _phone;

    public async ValueTask InitializeAsync()
    {
        _counter = await FakeCounter.StartAsync();
        _phone = await market.PhoneAsync(_counter.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await (_phone?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_counter?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Any order of taps, losses, repeats and restarts, on two phones of which one has two tabs, leads to the same books.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_the_books_hold_each_tap_once(int seed)
    {
        await using var other = await market.PhoneAsync(_counter!.Address);
        IPage[] tabs = [await OpenAsync(_phone!), await OpenAsync(_phone!), await OpenAsync(other)];
        var random = new Random(seed);
        var kept = new Dictionary<string, long>(StringComparer.Ordinal);
        var undoing = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 60; step++)
        {
            var tab = tabs[random.Next(tabs.Length)];
            switch (random.Next(10))
            {
                case < 4:
                    var amount = random.Next(1, 5_000);
                    kept[await TapAsync(tab, $"account-{random.Next(10)}", amount, times: random.Next(1, 3))] = amount;
                    break;
                case 4 when kept.Count > 0:
                    undoing.Add(await UndoAsync(tab, kept.Keys.ElementAt(random.Next(kept.Count))));
                    break;
                case 5:
                    _counter.Fault = (FakeFault)random.Next(5);
                    break;
                case 6:
                    _counter.ChangeToken();
                    break;
                case 7:
                    await tab.ReloadAsync();
                    await tab.EvaluateAsync(Open);
                    break;
                default:
                    await tab.EvaluateAsync("() => app.sync.turn()");
                    break;
            }
        }

        _counter.Fault = FakeFault.None;
        foreach (var tab in tabs)
        {
            await tab.EvaluateAsync("() => app.sync.turn()");
        }

        var books = _counter.Books;
        Assert.Equal(kept.Keys.Order(), books.Where(entry => Kind(entry) == "payment").Select(Id).Order());
        Assert.Equal(kept.Values.Sum(), books.Where(entry => Kind(entry) == "payment").Sum(entry => entry["amount"]!.GetValue<long>()));
        Assert.Subset(undoing, books.Where(entry => Kind(entry) == "undo").Select(Id).ToHashSet());
        foreach (var tab in tabs)
        {
            // What was refused is an undo of what another one had undone; it is shown until a person has seen to it.
            var left = (await tab.EvaluateAsync<JsonElement>("() => app.queue.held()")).EnumerateArray().ToList();
            Assert.All(left, entry => Assert.Equal("undo refused", $"{entry.GetProperty("kind")} {entry.GetProperty("stands")}"));
            await tab.EvaluateAsync("() => app.sync.turn()");
            var shown = await tab.EvaluateAsync<Dictionary<string, long>>("() => Object.fromEntries(app.view.members.map(member => [member.account, member.balance]))");
            Assert.All(shown, member => Assert.Equal(-10_000 + books.Where(entry => entry["account"]!.GetValue<string>() == member.Key).Sum(entry => entry["amount"]!.GetValue<long>()), member.Value));
        }
    }

    [Fact]
    public async Task What_waits_is_shown_over_what_the_market_says_until_the_market_has_it()
    {
        var tab = await OpenAsync(_phone!);
        _counter!.Fault = FakeFault.Down;
        await TapAsync(tab, "account-3", 4_000, times: 1);
        Assert.Equal(6_000, await DueAsync(tab, "account-3"));

        _counter.Fault = FakeFault.AnswerLost;
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.Equal(6_000, await DueAsync(tab, "account-3"));
        Assert.Single(_counter.Books);
        Assert.Equal(1, await tab.EvaluateAsync<int>("() => app.waiting.length"));

        _counter.Fault = FakeFault.None;
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.Equal(6_000, await DueAsync(tab, "account-3"));
        Assert.Single(_counter.Books);
        Assert.Equal(0, await tab.EvaluateAsync<int>("() => app.kept.length"));
    }

    [Fact]
    public async Task What_was_refused_stays_on_the_phone_and_is_taken_once_when_a_person_sends_it_again()
    {
        var tab = await OpenAsync(_phone!);
        _counter!.Fault = FakeFault.Refusing;
        var first = await TapAsync(tab, "account-2", 700, times: 1);
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.Equal("Not this way.", await tab.EvaluateAsync<string>("() => app.refused[0].sentence"));
        Assert.Equal(10_000, await DueAsync(tab, "account-2"));

        _counter.Fault = FakeFault.None;
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.Empty(_counter.Books);
        await tab.EvaluateAsync("async id => { await Promise.all([app.queue.retry(id), app.queue.retry(id)]); await app.sync.turn(); await app.sync.turn(); }", first);

        Assert.Equal(700, Assert.Single(_counter.Books)["amount"]!.GetValue<long>());
        Assert.Equal(0, await tab.EvaluateAsync<int>("() => app.kept.length"));
    }

    [Fact]
    public async Task What_somebody_else_took_is_sent_only_when_whoever_is_signed_in_says_so()
    {
        var tab = await OpenAsync(_phone!);
        _counter!.Fault = FakeFault.SignedOut;
        await TapAsync(tab, "account-1", 500, times: 1);
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.Equal("signed-out", await tab.EvaluateAsync<string>("() => app.sync.trouble"));

        _counter.Fault = FakeFault.None;
        _counter.User = "walter";
        _counter.ChangeToken();
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.True(await tab.EvaluateAsync<bool>("() => app.sync.stranger"));
        Assert.Empty(_counter.Books);

        await tab.EvaluateAsync("async () => { await app.queue.adopt(app.server.user); await app.sync.turn(); }");
        Assert.Equal("walter", Assert.Single(_counter.Books)["by"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nothing_of_a_distribution_stays_once_it_is_closed_and_the_market_has_it_all()
    {
        var tab = await OpenAsync(_phone!);
        _counter!.Fault = FakeFault.Down;
        await TapAsync(tab, "account-1", 500, times: 1);
        _counter.IsClosed = true;
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.Equal(1, await tab.EvaluateAsync<int>("() => app.store.states().then(states => states.length)"));

        _counter.Fault = FakeFault.None;
        await tab.EvaluateAsync("() => app.sync.turn()");
        await tab.EvaluateAsync("() => app.sync.turn()");
        Assert.True(await tab.EvaluateAsync<bool>("() => app.isClosed"));
        Assert.Equal(0, await tab.EvaluateAsync<int>("() => app.store.states().then(states => states.length)"));
        Assert.Equal(0, await tab.EvaluateAsync<int>("() => app.queue.all().then(entries => entries.length)"));
        Assert.Single(_counter.Books);
    }

    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("12,5", 1250)]
    [InlineData(" 1 250 ", 125000)]
    [InlineData("0.07", 7)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("1.234", null)]
    [InlineData("1e3", null)]
    [InlineData("9999999999", null)]
    [InlineData("", null)]
    public async Task An_amount_is_read_to_the_cent_or_not_at_all(string text, int? cents) =>
        Assert.Equal(cents, await ReadAsync<int?>("text => import('/Market.Payments.Counter/counter/money.js').then(({ money }) => money({ code: 'EUR', decimals: 2 }, 'fr').read(text))", text));

    [Theory]
    [InlineData("359", 359)]
    [InlineData("192+167", 359)]
    [InlineData("1,25 kg", 1250)]
    [InlineData("1.2kg + 30 g", 1230)]
    [InlineData("192+", null)]
    [InlineData("-5", null)]
    [InlineData("0", 0)]
    [InlineData("9999999+9999999", null)]
    [InlineData("12,5", null)]
    public async Task The_scales_figure_is_read_in_grams_or_not_at_all(string text, int? weight) =>
        Assert.Equal(weight, await ReadAsync<int?>("text => import('/Market.Payments.Counter/counter/money.js').then(({ grams }) => grams(text))", text));

    private async Task<T> ReadAsync<T>(string script, string text)
    {
        var page = await _phone!.NewPageAsync();
        await page.GotoAsync("Admin/counter/blank");
        return await page.EvaluateAsync<T>(script, text);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext phone)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync("Admin/counter/blank");
        await page.EvaluateAsync(Open);
        return page;
    }

    // As a button does it: the id is made once, however often it is pressed.
    private static Task<string> TapAsync(IPage tab, string account, int amount, int times) => tab.EvaluateAsync<string>(
        """
        async ([account, amount, times]) => {
          const id = intent();
          await Promise.all(Array.from({ length: times }, () => app.take(id, 'payment', account, { method: 'cash', amount })));
          return id;
        }
        """,
        new object[] { account, amount, times });

    private static Task<string> UndoAsync(IPage tab, string entry) => tab.EvaluateAsync<string>(
        """
        async entry => {
          const id = intent();
          const { account } = app.view.entries.find(one => one.id === entry) ?? { account: 'account-0' };
          await app.take(id, 'undo', account, { entry });
          return id;
        }
        """,
        entry);

    private static Task<int> DueAsync(IPage tab, string account) => tab.EvaluateAsync<int>("account => app.member(account).due", account);

    private static string Id(System.Text.Json.Nodes.JsonObject entry) => entry["id"]!.GetValue<string>();

    private static string Kind(System.Text.Json.Nodes.JsonObject entry) => entry["kind"]!.GetValue<string>();
}
