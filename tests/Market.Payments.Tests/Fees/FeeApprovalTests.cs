using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Fees;

/// <summary>Above the market's limit a second person approves, and it is never the one who proposed.</summary>
public abstract class FeeApprovalTests(SiteFixture fixture) : FeeScenario(fixture)
{
    [Fact]
    public Task A_second_person_approves_what_is_above_the_limit() => WithLimitAsync("10", async () =>
    {
        var (search, accounts) = await OpenSomeAsync(3);
        using var second = await SecondAsync();

        var run = await PostAsync("Above " + search, "4", search);

        Assert.Equal("Proposed", State(run));
        Assert.Empty(await StatementAsync(accounts[0]));
        var seen = await second.GetAsync(run.Address.AbsolutePath);
        await CloseAccountAsync(accounts[2]);
        var changed = await second.SubmitAsync(seen.Form("#approve"));
        Assert.Contains("an account has changed", changed.Notices, StringComparison.Ordinal);
        Assert.Equal("Proposed", State(changed));

        var both = await Task.WhenAll(second.SubmitAsync(changed.Form("#approve")), second.SubmitAsync(changed.Form("#approve")));

        Assert.Equal("Posted", State(both[0]));
        Assert.Equal(["-400", "-400", ""], await Task.WhenAll(accounts.Select(async account => string.Join(' ', (await StatementAsync(account)).Select(line => line.MinorUnits)))));
    });

    [Fact]
    public Task Who_proposed_approves_at_no_door() => WithLimitAsync("10", async () =>
    {
        var (search, accounts) = await OpenSomeAsync(3);
        using var second = await SecondAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var run = await PostAsync("Own " + search, "4", search);
        var approve = (await second.GetAsync(run.Address.AbsolutePath)).Form("#approve");
        var token = run.Form($"form[action$='/{RunId(run)}/withdraw']")["__RequestVerificationToken"]!;

        Assert.Empty(run.Document.QuerySelectorAll("#approve"));
        var own = await coordinator.SubmitAsync(approve.With("__RequestVerificationToken", token));
        Assert.Contains("You proposed this yourself", own.Notices, StringComparison.Ordinal);
        var others = await second.SubmitAsync(approve.To(new Uri(run.Address, $"{Run}/{RunId(run)}/withdraw")));
        Assert.Contains("Only who proposed", others.Notices, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(accounts.Select(StatementAsync)), Assert.Empty);

        // In parts it is as much.
        var (_, part) = await PreviewAsync("Parts " + search, "4", search + " A");
        Assert.Equal("Posted", State(await coordinator.SubmitAsync(part)));
        var (page, rest) = await PreviewAsync("Parts " + search, "4", search);
        Assert.Contains("a second person approves it", page.Text, StringComparison.Ordinal);
        Assert.Equal("Proposed", State(await coordinator.SubmitAsync(rest)));
    });

    [Fact]
    public Task It_is_declined_with_a_reason_or_withdrawn_and_posts_nothing() => WithLimitAsync("1", async () =>
    {
        var (search, accounts) = await OpenSomeAsync(1);
        using var second = await SecondAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var run = await PostAsync("Declined " + search, "4", search);
        var page = await second.GetAsync(run.Address.AbsolutePath);

        Assert.Contains("Please give the reason", (await second.SubmitAsync(page.Form("#decline"))).Notices, StringComparison.Ordinal);
        var declined = await second.SubmitAsync(page.Form("#decline").With("reason", "Not this year"));
        var late = await second.SubmitAsync(page.Form("#approve"));

        Assert.Equal("Declined", State(declined));
        Assert.Contains("Not this year", declined.Text, StringComparison.Ordinal);
        Assert.Contains("settled already", late.Notices, StringComparison.Ordinal);
        var again = await PostAsync("Declined " + search, "4", search);
        var withdrawn = await coordinator.SubmitAsync(again.Form($"form[action$='/{RunId(again)}/withdraw']"));
        Assert.Equal("Withdrawn", State(withdrawn));
        Assert.Empty(await StatementAsync(accounts[0]));
    });

    [Fact]
    public async Task Without_the_right_no_door_opens()
    {
        var (search, accounts) = await OpenSomeAsync(1);
        var run = await PostAsync("Rights " + search, "4", search);
        var (_, form) = await PreviewAsync("Rights 2 " + search, "4", search);
        using var editor = await SignInEditorAsync("CorrectOperations", "RecordPayments", "ManageBooks");
        var token = (await editor.GetAsync($"/Admin/payments/accounts/{accounts[0]}/adjust")).Form(".market-form")["__RequestVerificationToken"]!;

        foreach (var address in new[] { Door, Door + "/new", run.Address.AbsolutePath })
        {
            Assert.Equal(Access.Forbidden, Access.Kind(await editor.GetAsync(address)));
        }

        foreach (var door in new[] { "s/preview", "s/post", $"/{RunId(run)}/approve", $"/{RunId(run)}/decline", $"/{RunId(run)}/withdraw", $"/{RunId(run)}/undo" })
        {
            var sent = form.With("reason", "Because").With("__RequestVerificationToken", token).To(new Uri(run.Address, Run + door));
            Assert.Equal(Access.Forbidden, Access.Kind(await editor.SubmitAsync(sent)));
        }

        Assert.Single(await StatementAsync(accounts[0]));
    }
}

[Collection(SqliteSite.Name)]
public sealed class FeeApprovalOnSqlite(SqliteSite site) : FeeApprovalTests(site);

[Collection(PostgresSite.Name)]
public sealed class FeeApprovalOnPostgres(PostgresSite site) : FeeApprovalTests(site);
