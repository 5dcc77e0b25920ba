using System.Net;
using System.Text.Json.Nodes;
using Market.Payments.Counter.Tests.Closing;
using Market.Payments.Tests.Fixtures;
using static Market.Payments.Counter.Tests.Entries.Phone;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>What is done at the counter is recorded once, and what is not is answered in words.</summary>
public abstract class EntryTests(SiteFixture fixture) : ClosingScenario(fixture)
{
    [Fact]
    public async Task A_payment_is_recorded_once_whatever_is_sent_again()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var order = await OrderForAsync(account, distribution);
        var payment = Cash(account, order.Total, order.OrderId);
        var changed = (JsonObject)payment.DeepClone();
        changed["data"]!["amount"] = order.Total + 1;

        Assert.Equal(["taken"], await phone.SendAsync(distribution, payment));
        Assert.Equal(["again", "again"], await phone.SendAsync(distribution, payment, payment));
        Assert.Contains("other content", Assert.Single(await phone.SendAsync(distribution, changed)), StringComparison.Ordinal);

        Assert.Equal([-order.Total, order.Total], (await StatementAsync(account)).Select(line => line.MinorUnits));
        var state = await phone.StateAsync(distribution);
        var entry = Assert.Single(state["entries"]!.AsArray())!;
        Assert.Equal(((string)payment["id"]!, "payment", account, order.Total, "cash"), ((string)entry["id"]!, (string)entry["kind"]!, (string)entry["account"]!, (long)entry["amount"]!, (string)entry["method"]!));
        Assert.Equal((phone.User, "coordinator", false, false), ((string)entry["by"]!, (string)entry["byName"]!, (bool)entry["late"]!, (bool)entry["undone"]!));
        var paid = Member(state, account);
        Assert.Equal((0, order.Total, "paid"), ((long)paid["due"]!, (long)paid["order"]!["paid"]!, (string)paid["order"]!["state"]!));
    }

    [Fact]
    public async Task One_entry_that_arrives_at_once_from_many_tabs_is_taken_by_one()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var (payment, other) = (Cash(account, 500), Cash(account, 700));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(tab => phone.SendAsync(distribution, tab % 2 == 0 ? [payment, other] : [other, payment])));

        Assert.Equal(2, answers.SelectMany(answer => answer).Count(answer => answer == "taken"));
        Assert.Equal(14, answers.SelectMany(answer => answer).Count(answer => answer == "again"));
        Assert.Equal(1200, await BalanceAsync(account));
    }

    [Fact]
    public async Task Two_phones_on_one_member_see_each_other_and_nothing_is_lost()
    {
        var (distribution, account, first) = await OpenCounterAsync();
        using var volunteer = await SignInEditorAsync(CounterRights.UseCounter);
        var second = await OpenAsync(volunteer);
        var order = await OrderForAsync(account, distribution);
        var cursor = (string)(await second.StateAsync(distribution))["cursor"]!;

        Assert.Equal(["taken"], await first.SendAsync(distribution, Cash(account, order.Total, order.OrderId)));
        var news = await second.StateAsync(distribution, cursor);
        Assert.Equal(["taken"], await second.SendAsync(distribution, Cash(account, 300, order.OrderId)));

        Assert.Equal(account, (string)Assert.Single(news["members"]!.AsArray())!["account"]!);
        Assert.Equal(0, (long)news["members"]![0]!["due"]!);
        Assert.Equal((300, 300), ((long)Member(await first.StateAsync(distribution), account)["credit"]!, await BalanceAsync(account)));
    }

    [Fact]
    public async Task What_is_wrong_is_refused_in_words_and_stops_nothing_else()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        (JsonObject Entry, string Says)[] sent =
        [
            (Entry("dance", account, new { }), "does not know how to take this"),
            (Entry("Payment", account, new { }), "does not know how to take this"),
            (Cash(UnknownId, 500), "no such client account"),
            (Cash("' OR 1=1", 500), "no such client account"),
            (Cash(account, 0), "cannot be zero"),
            (Cash(account, -500), "without a minus sign"),
            (Cash(account, long.MaxValue), "the most one operation may be"),
            (Entry("payment", account, new { method = "cash", amount = "5" }), "not an amount"),
            (Entry("payment", account, new { method = "cash", amount = 5.5 }), "not an amount"),
            (Entry("payment", account, new { method = "transfer", amount = 500 }), "does not offer this way to pay"),
            (Entry("payment", account, new { method = "stripe", amount = 500 }), "does not offer this way to pay"),
            (Entry("payment", account, new { amount = 500 }), "does not offer this way to pay"),
            (Entry("payment", account, new { method = "cheque", amount = 500, details = new { bank = "None" } }), "Please fill in"),
            (Entry("payment", account, new { method = "cash", amount = 500, note = new string('x', 5000) }), "too long"),
            (Entry("refund", account, new { method = "cash", amount = 1 }), "does not hold"),
            (Entry("collected", account, new { order = UnknownId, collected = true }), "no such order"),
            (Entry("undo", account, new { entry = Guid.NewGuid() }), "no such entry"),
            (Entry("undo", account, new { entry = "'" }), "no such entry"),
            (new JsonObject { ["kind"] = "payment" }, "no id"),
            (new JsonObject { ["id"] = "X", ["kind"] = "payment" }, "no id"),
        ];

        var answers = await phone.SendAsync(distribution, [.. sent.Select(one => one.Entry), Cash(account, 500)]);

        Assert.Equal(sent.Length + 1, answers.Count);
        Assert.All(sent.Zip(answers), pair => Assert.Contains(pair.First.Says, pair.Second, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("taken", answers[^1]);
        Assert.Equal([500], (await StatementAsync(account)).Select(line => line.MinorUnits));
        Assert.Single((await phone.StateAsync(distribution))["entries"]!.AsArray());
    }

    [Fact]
    public async Task What_is_no_batch_is_answered_as_a_whole()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        string[] bodies =
        [
            "", "[]", "{}", "null", """{"entries":1}""", """{"entries":[],"entries":[]}""", "{", new string('[', 100),
            new JsonObject { ["entries"] = new JsonArray([.. Enumerable.Range(0, 201).Select(_ => Cash(account, 1))]) }.ToJsonString(),
        ];

        foreach (var body in bodies)
        {
            var answer = await phone.PostAsync(distribution, body);
            Assert.Equal((body.Length, HttpStatusCode.UnprocessableEntity), (body.Length, answer.Status));
            Assert.False(string.IsNullOrWhiteSpace((string?)JsonNode.Parse(answer.Html)!["sentence"]));
        }

        // Half of a character is no text, and says so for its own entry only.
        var half = await phone.PostAsync(distribution, $$$"""{"entries":[7,{"id":"half-of-one","kind":"payment","account":"{{{account}}}","data":{"method":"\ud800"}}]}""");
        Assert.Equal(["refused", "refused"], JsonNode.Parse(half.Html)!["answers"]!.AsArray().Select(one => (string)one!["result"]!));
        Assert.Empty(await StatementAsync(account));
    }

    [Fact]
    public async Task A_refusal_stands_whatever_came_since()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var refund = Entry("refund", account, new { method = "cash", amount = 500 });

        var first = Assert.Single(await phone.SendAsync(distribution, refund));
        await phone.SendAsync(distribution, Cash(account, 800));

        Assert.Contains("does not hold", first, StringComparison.Ordinal);
        Assert.Equal([first], await phone.SendAsync(distribution, refund));
        Assert.Equal(["taken"], await phone.SendAsync(distribution, Entry("refund", account, new { method = "cash", amount = 500 })));
        Assert.Equal(300, await BalanceAsync(account));
    }

    [Fact]
    public async Task The_last_entry_is_undone_by_a_reversal_and_by_whoever_may()
    {
        var (distribution, account, coordinator) = await OpenCounterAsync();
        using var browser = await SignInEditorAsync(CounterRights.UseCounter);
        var volunteer = await OpenAsync(browser);
        var (first, second, third) = (Cash(account, 100), Cash(account, 200), Cash(account, 400));
        await coordinator.SendAsync(distribution, first);
        await volunteer.SendAsync(distribution, second, third);

        Assert.Contains("since", Assert.Single(await volunteer.SendAsync(distribution, Undo(second))), StringComparison.Ordinal);
        var undo = Undo(third);
        Assert.Equal(["taken", "again"], await volunteer.SendAsync(distribution, undo, undo));
        Assert.Contains("undone already", Assert.Single(await volunteer.SendAsync(distribution, Undo(third))), StringComparison.Ordinal);
        Assert.Contains("cannot be undone", Assert.Single(await volunteer.SendAsync(distribution, Undo(undo))), StringComparison.Ordinal);
        Assert.Equal(["taken"], await coordinator.SendAsync(distribution, Undo(second)));
        Assert.Contains("Somebody else", Assert.Single(await volunteer.SendAsync(distribution, Undo(first))), StringComparison.Ordinal);

        Assert.Equal([100, 200, 400, -400, -200], (await StatementAsync(account)).Select(line => line.MinorUnits));
        var entries = (await volunteer.StateAsync(distribution))["entries"]!.AsArray();
        Assert.Equal([false, true, true], new[] { first, second, third }.Select(one => (bool)entries.Single(entry => (string)entry!["id"]! == (string)one["id"]!)!["undone"]!));
    }

    [Fact]
    public async Task What_is_reversed_on_the_accounts_page_is_undone_on_every_phone()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        await phone.SendAsync(distribution, Cash(account, 100));
        var cursor = (string)(await phone.StateAsync(distribution))["cursor"]!;
        var address = (await StatementAsync(account))[0].ReverseAddress!;

        await (await Fixture.CoordinatorAsync()).SubmitAsync((await (await Fixture.CoordinatorAsync()).GetAsync(address)).FormTo(address).With("Reason", "A slip"));

        Assert.True((bool)Assert.Single((await phone.StateAsync(distribution, cursor))["entries"]!.AsArray())!["undone"]!);
    }

    [Fact]
    public async Task An_order_is_marked_as_handed_over_and_the_mark_is_taken_back()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var order = await OrderForAsync(account, distribution);
        var mark = Entry("collected", account, new { order = order.OrderId, collected = true });

        async Task<bool> IsCollectedAsync() => (bool)Member(await phone.StateAsync(distribution), account)["order"]!["collected"]!;

        Assert.False(await IsCollectedAsync());
        Assert.Equal(["taken"], await phone.SendAsync(distribution, mark));
        Assert.True(await IsCollectedAsync());
        Assert.Equal(["taken"], await phone.SendAsync(distribution, Undo(mark)));
        Assert.False(await IsCollectedAsync());
        Assert.Equal(["taken"], await phone.SendAsync(distribution, Entry("collected", account, new { order = order.OrderId, collected = true })));
        Assert.Equal(["taken"], await phone.SendAsync(distribution, Entry("collected", account, new { order = order.OrderId, collected = false })));
        Assert.False(await IsCollectedAsync());
        Assert.Equal(-order.Total, await BalanceAsync(account));
    }

    [Fact]
    public async Task What_comes_after_the_distribution_was_closed_is_taken_and_shown_as_late()
    {
        var (distribution, account, phone) = await OpenCounterAsync();
        var order = await OrderForAsync(account, distribution);
        var before = Cash(account, 100);
        await phone.SendAsync(distribution, before);
        Assert.Contains("The distribution is closed.", (await CloseAsync(distribution)).Notices, StringComparison.Ordinal);

        var late = Cash(account, order.Total, order.OrderId);
        var answers = await phone.AnswersAsync(distribution, before, late, late);

        Assert.Equal([("again", false), ("taken", true), ("again", true)], answers.Select(answer => ((string)answer["result"]!, (bool)answer["late"]!)));
        Assert.Equal(100, await BalanceAsync(account));
        var state = await phone.StateAsync(distribution);
        Assert.True((bool)state["distribution"]!["closed"]!);
        Assert.Equal([false, true], state["entries"]!.AsArray().Select(entry => (bool)entry!["late"]!));
    }

    private async Task<(string Distribution, string Account, Phone Phone)> OpenCounterAsync() =>
        (await AddPastDistributionAsync(), await OpenAccountAsync(), await OpenAsync(await Fixture.CoordinatorAsync()));
}

[Collection(SqliteSite.Name)]
public sealed class EntriesOnSqlite(SqliteSite site) : EntryTests(site);

[Collection(PostgresSite.Name)]
public sealed class EntriesOnPostgres(PostgresSite site) : EntryTests(site);
