using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Fees;

/// <summary>Many accounts are charged at once: as shown, all or none, and once.</summary>
public abstract class FeeTests(SiteFixture fixture) : FeeScenario(fixture)
{
    [Fact]
    public async Task A_fee_is_shown_before_it_is_posted_and_stands_in_each_statement()
    {
        var (search, accounts) = await OpenSomeAsync(3);
        await PayAsync(accounts[0], "30");

        var (page, form) = await PreviewAsync("Membership " + search, "12.50", search);

        Assert.Equal("3", page.One("#fee-count").TextContent);
        Assert.Equal(-3750, MinorUnits(page, "#fee-total"));
        Assert.Contains("€30.00", page.One($"tr[data-account='{accounts[0]}']").TextContent, StringComparison.Ordinal);
        Assert.Contains("€17.50", page.One($"tr[data-account='{accounts[0]}']").TextContent, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(accounts[1]));

        var run = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        Assert.Equal("Posted", State(run));
        Assert.Equal([1750, -1250, -1250], await BalancesAsync(accounts));
        Assert.Contains("Membership " + search, (await StatementAsync(accounts[1]))[0].Text, StringComparison.Ordinal);
        var list = await (await Fixture.CoordinatorAsync()).GetAsync(Door);
        Assert.Contains("coordinator", list.One($"tr[data-run='{RunId(run)}']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_posted_once_and_so_it_is_from_another_tab()
    {
        var (search, accounts) = await OpenSomeAsync(2);
        var coordinator = await Fixture.CoordinatorAsync();
        var (_, first) = await PreviewAsync("Twice " + search, "5", search);
        var (_, otherTab) = await PreviewAsync("twice  " + search.ToUpperInvariant(), "5", search);

        var both = await Task.WhenAll(coordinator.SubmitAsync(first), coordinator.SubmitAsync(first));
        var again = await coordinator.SubmitAsync(first);
        var tab = await coordinator.SubmitAsync(otherTab);

        Assert.Equal(RunId(both[0]), RunId(both[1]));
        Assert.Contains("This was already recorded", again.Notices, StringComparison.Ordinal);
        Assert.Contains("Nothing is posted yet", tab.Notices, StringComparison.Ordinal);
        Assert.Equal(2, tab.Document.QuerySelectorAll("#fee-refused li").Length);
        Assert.Single(await StatementAsync(accounts[0]));
        Assert.Single(await StatementAsync(accounts[1]));
    }

    [Fact]
    public async Task Two_people_who_charge_the_same_at_once_charge_it_once()
    {
        var (search, accounts) = await OpenSomeAsync(4);
        var (coordinator, admin) = (await Fixture.CoordinatorAsync(), await Fixture.AdminAsync());
        var (_, one) = await PreviewAsync("At once " + search, "7", search);
        var (_, other) = await PreviewAsync("At once " + search, "7", search, by: admin);

        await Task.WhenAll(coordinator.SubmitAsync(one), admin.SubmitAsync(other));

        foreach (var account in accounts)
        {
            Assert.Equal(-700, Assert.Single(await StatementAsync(account)).MinorUnits);
        }
    }

    [Fact]
    public async Task Whom_it_would_take_below_the_lowest_balance_is_named_and_left_out_unless_somebody_says_so()
    {
        var (search, accounts) = await OpenSomeAsync(2);
        var poor = await OpenAccountAsync(search + " poor", floor: "-5");
        var coordinator = await Fixture.CoordinatorAsync();

        var (page, form) = await PreviewAsync("Floor " + search, "6", search);

        Assert.Contains(search + " poor", page.One("#below-floor").TextContent, StringComparison.Ordinal);
        Assert.Equal(-1200, MinorUnits(page, "#fee-total"));
        var counted = await coordinator.SubmitAsync(form.With("BelowFloorToo", "true"));
        Assert.Contains("Nothing is posted yet", counted.Notices, StringComparison.Ordinal);
        Assert.Equal(-1800, MinorUnits(counted, "#fee-total"));
        Assert.Empty(await StatementAsync(accounts[0]));

        var run = await coordinator.SubmitAsync(form);
        Assert.Equal("2", run.One("#run-count").TextContent);
        Assert.Empty(await StatementAsync(poor));

        var rest = await coordinator.GetAsync(run.One("#the-rest").GetAttribute("href")!);
        page = await coordinator.SubmitAsync(rest.FormTo(Door + "/preview").With("Search", search).With("BelowFloorToo", "true"));
        Assert.Equal("1", page.One("#fee-count").TextContent);
        await coordinator.SubmitAsync(page.FormTo(Door + "/post"));
        Assert.Equal(-600, await BalanceAsync(poor));
        Assert.Single(await StatementAsync(accounts[0]));
    }

    [Fact]
    public async Task Nothing_is_posted_that_was_not_shown()
    {
        var (search, accounts) = await OpenSomeAsync(3);
        var coordinator = await Fixture.CoordinatorAsync();
        var (_, form) = await PreviewAsync("Shown " + search, "4", search, "Give");
        await CloseAccountAsync(accounts[2]);

        var answer = await coordinator.SubmitAsync(form);

        Assert.Contains("Nothing is posted yet", answer.Notices, StringComparison.Ordinal);
        Assert.Contains("closed", answer.One("#fee-refused").TextContent, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(accounts[0]));
        answer = await coordinator.SubmitAsync(answer.FormTo(Door + "/post").WithAll("Selected", accounts[1]));
        Assert.Equal("1", answer.One("#fee-count").TextContent);
        Assert.Empty(await StatementAsync(accounts[1]));
        await coordinator.SubmitAsync(answer.FormTo(Door + "/post"));
        Assert.Equal([0, 400, 0], await BalancesAsync(accounts));
    }

    [Fact]
    public async Task A_run_is_undone_as_a_whole_and_once_and_may_be_posted_anew()
    {
        var (search, accounts) = await OpenSomeAsync(3);
        var coordinator = await Fixture.CoordinatorAsync();
        var run = await PostAsync("Undo " + search, "8", search);
        var own = (await coordinator.GetAsync((await StatementAsync(accounts[0]))[0].ReverseAddress!)).Form(".market-form").With("Reason", "By hand");
        await coordinator.SubmitAsync(own);
        var undo = run.Form("#undo");

        Assert.Contains("Please give the reason", (await coordinator.SubmitAsync(undo)).Notices, StringComparison.Ordinal);
        var both = await Task.WhenAll(coordinator.SubmitAsync(undo.With("reason", "A mistake")), coordinator.SubmitAsync(undo.With("reason", "A mistake")));

        Assert.Equal("Undone", State(both[0]));
        Assert.Contains("A mistake", (await coordinator.GetAsync($"{Run}/{RunId(run)}")).Text, StringComparison.Ordinal);
        foreach (var account in accounts)
        {
            Assert.Equal([-800, 800], (await StatementAsync(account)).Select(line => line.MinorUnits));
        }

        await PostAsync("Undo " + search, "8", search);
        Assert.Equal(-800, await BalanceAsync(accounts[1]));
    }

    [Fact]
    public async Task What_cannot_be_undone_of_all_is_undone_of_none()
    {
        var (search, accounts) = await OpenSomeAsync(2);
        var coordinator = await Fixture.CoordinatorAsync();
        var run = await PostAsync("Closed " + search, "9", search);
        await PayAsync(accounts[1], "9");
        await CloseAccountAsync(accounts[1]);

        var answer = await coordinator.SubmitAsync(run.Form("#undo").With("reason", "Wrong"));

        Assert.Contains("Nothing is undone", answer.Notices, StringComparison.Ordinal);
        Assert.Contains(search + " B", answer.Notices, StringComparison.Ordinal);
        Assert.Single(await StatementAsync(accounts[0]));
        Assert.Equal("Posted", State(answer));
    }

    [Fact]
    public async Task A_form_of_a_large_market_is_taken()
    {
        var (search, accounts) = await OpenSomeAsync(1);
        var (_, form) = await PreviewAsync("Large " + search, "1", search);
        var many = Enumerable.Range(0, 1500).Select(place => FormattableString.Invariant($"gone{place:d22}")).Prepend(accounts[0]);

        Assert.Equal("1", (await (await Fixture.CoordinatorAsync()).SubmitAsync(form.WithAll("Selected", [.. many]))).One("#run-count").TextContent);
        Assert.Single(await StatementAsync(accounts[0]));
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_is_said_at_its_field()
    {
        var coordinator = await Fixture.CoordinatorAsync();

        var answer = await coordinator.SubmitAsync(await FormAsync(" ‐ ", "-3", "nobody"));

        Assert.Contains("Please say what it is for", answer.ErrorAt("Name"), StringComparison.Ordinal);
        Assert.Contains("minus", answer.ErrorAt("Amount"), StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class FeesOnSqlite(SqliteSite site) : FeeTests(site);

[Collection(PostgresSite.Name)]
public sealed class FeesOnPostgres(PostgresSite site) : FeeTests(site);
