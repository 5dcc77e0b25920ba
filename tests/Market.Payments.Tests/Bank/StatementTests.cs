using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Bank;

/// <summary>From the bank's file to the accounts: read once, proposed, posted in one commit, taken back by reversal.</summary>
public abstract class StatementTests(SiteFixture fixture) : BankScenario(fixture)
{
    [Fact]
    public async Task A_file_posts_nothing_until_what_is_certain_is_posted_and_that_once()
    {
        var accountId = await OpenAccountAsync();
        var page = await ReadAsync(BankFiles.Camt(new BankEntry(30m, "Panier") { Reference = await ReferenceAsync(accountId) }, new BankEntry(7.13m, "Rien du tout")));

        Assert.Contains("Nothing is posted yet.", page.Notices, StringComparison.Ordinal);
        Assert.Equal(["Certain Reference"], Told(page));
        Assert.Equal(0, await BalanceAsync(accountId));

        var first = await PostCertainAsync(page);
        var again = await PostCertainAsync(page);

        Assert.Contains("One line is posted.", first.Notices, StringComparison.Ordinal);
        Assert.Contains("This was already recorded; it is recorded once.", again.Notices, StringComparison.Ordinal);
        Assert.Equal(3000, await BalanceAsync(accountId));
        Assert.Equal(["None Nothing"], Told(await LinesAsync(ImportOf(page), "Open")));
        Assert.Equal(["Posted"], Told(await LinesAsync(ImportOf(page), "Done")));
    }

    [Fact]
    public async Task A_line_of_the_bank_is_found_without_its_accents_and_capitals()
    {
        var name = NewName("Éléonore Garçon ");
        await ReadAsync(BankFiles.Camt(new BankEntry(4.57m, "Çà et là") { Name = name }));

        var found = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/find?q=" + Uri.EscapeDataString(name.Replace("Éléonore Garçon", "eleonore GARCON", StringComparison.Ordinal)));

        Assert.Contains(name, found.TextOf("#found"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_one_that_overlaps_and_another_form_bring_nothing_twice()
    {
        var name = NewName("Payer ");
        var (one, two) = (new BankEntry(11.17m, "Panier") { Name = name, Id = NewName() }, new BankEntry(11.17m, "Panier") { Name = name, Id = NewName() });
        var first = await ReadAsync(BankFiles.Camt(one));
        var same = await ReadAsync(BankFiles.Camt(one));
        var overlapping = await ReadAsync(BankFiles.Camt(one, two));
        var other = await ReadAsync(BankFiles.Ofx(one, two));

        Assert.Contains("This file was read before.", same.Notices, StringComparison.Ordinal);
        Assert.Equal(ImportOf(first), ImportOf(same));
        Assert.Equal(["None Nothing"], Told(await LinesAsync(ImportOf(overlapping), "Open")));
        Assert.Equal(["Known"], Told(await LinesAsync(ImportOf(overlapping), "Left")));
        Assert.Empty(Told(await LinesAsync(ImportOf(other), "Open")));
        var left = await LinesAsync(ImportOf(other), "Left");
        Assert.Equal(["Known", "Known"], Told(left));
        Assert.Contains("known from another kind of file: same day, amount and words", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_is_taken_where_somebody_says_that_it_is_another_payment()
    {
        var text = NewName("mots");
        await ReadAsync(BankFiles.Camt(new BankEntry(12.19m, text)));
        var doubtful = await ReadAsync(BankFiles.Ofx(new BankEntry(12.19m, NewName("autres"))));
        var left = await LinesAsync(ImportOf(doubtful), "Left");
        Assert.Equal(["Doubtful"], Told(left));

        var line = LineIds(left)[0];
        await (await Fixture.CoordinatorAsync()).SubmitAsync((await LineAsync(line)).FormTo($"/Admin/payments/bank/line/{line}/another"));

        Assert.Equal("Waiting", StateOf(await LineAsync(line)));
        Assert.Equal(["None Nothing"], Told(await LinesAsync(ImportOf(doubtful), "Open")));
    }

    [Fact]
    public async Task Two_people_read_one_file_and_post_it_at_once_and_it_counts_once()
    {
        var accountId = await OpenAccountAsync();
        var file = BankFiles.Camt(new BankEntry(21m, "Panier") { Reference = await ReferenceAsync(accountId) });
        var (coordinator, admin) = (await Fixture.CoordinatorAsync(), await Fixture.AdminAsync());
        var read = await Task.WhenAll(ReadAsync(file, coordinator), ReadAsync(file, admin));
        Assert.Equal(ImportOf(read[0]), ImportOf(read[1]));

        await Task.WhenAll(PostCertainAsync(read[0], coordinator), PostCertainAsync(read[1], admin));

        Assert.Equal(2100, await BalanceAsync(accountId));
        Assert.Single(await StatementAsync(accountId));
    }

    [Fact]
    public async Task A_line_and_a_whole_file_are_taken_back_by_reversal_and_the_file_is_read_again()
    {
        var accountId = await OpenAccountAsync();
        var entries = new[] { new BankEntry(5m, "un") { Reference = await ReferenceAsync(accountId) }, new BankEntry(6m, "deux") { Reference = await ReferenceAsync(accountId) } };
        var file = BankFiles.Camt(entries);
        var import = ImportOf(await PostCertainAsync(await ReadAsync(file)));
        var line = LineIds(await LinesAsync(import, "Done"))[0];
        var coordinator = await Fixture.CoordinatorAsync();

        await coordinator.SubmitAsync((await LineAsync(line)).Form("#undo").With("reason", "Wrong client"));
        Assert.Equal(("Waiting", 600L), (StateOf(await LineAsync(line)), await BalanceAsync(accountId)));

        var undo = (await LinesAsync(import, "Done")).Form("#undo-file form").With("reason", "Wrong account");
        Assert.Contains("The file is taken back, and one line of it reversed.", (await coordinator.SubmitAsync(undo)).Notices, StringComparison.Ordinal);
        Assert.Contains("taken back before", (await coordinator.SubmitAsync(undo)).Notices, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(accountId));

        await PostCertainAsync(await ReadAsync(file));
        Assert.Equal(1100, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task What_another_file_showed_too_is_that_ones_when_the_first_is_taken_back()
    {
        var entry = new BankEntry(8.88m, NewName("mots")) { Id = NewName() };
        var first = await ReadAsync(BankFiles.Camt(entry));
        var second = await ReadAsync(BankFiles.Camt(entry, new BankEntry(9.99m, NewName("mots"))));
        Assert.Equal(["None Nothing"], Told(await LinesAsync(ImportOf(second), "Open")));

        await (await Fixture.CoordinatorAsync()).SubmitAsync((await LinesAsync(ImportOf(first), "Open")).Form("#undo-file form").With("reason", "Twice"));

        Assert.Equal(["None Nothing", "None Nothing"], Told(await LinesAsync(ImportOf(second), "Open")));
    }

    [Fact]
    public async Task A_credit_that_is_reversed_on_the_account_has_its_line_wait_again()
    {
        var accountId = await OpenAccountAsync();
        var import = await ReadAndPostAsync(new BankEntry(14m, "Panier") { Reference = await ReferenceAsync(accountId) });
        var operation = Assert.Single(await StatementAsync(accountId));
        var coordinator = await Fixture.CoordinatorAsync();

        await coordinator.SubmitAsync((await coordinator.GetAsync(operation.ReverseAddress!)).Form(".market-form").With("Reason", "Not theirs"));

        Assert.Equal(["Certain Reference"], Told(await LinesAsync(import, "Certain")));
    }

    [Fact]
    public async Task A_file_that_is_no_statement_is_refused_with_where_it_breaks_and_nothing_is_read()
    {
        var broken = BankFiles.Camt(new BankEntry(1m, "x"))[..^40];
        var page = await ReadAsync(broken);
        Assert.Contains("Nothing of it was read.", page.Notices, StringComparison.Ordinal);
        Assert.Contains("no bank statement that is known here", (await ReadAsync("Bonjour"u8.ToArray())).Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_nobody_knows_is_read_once_somebody_says_that_it_is_the_markets()
    {
        await ReadAsync(BankFiles.Camt(new BankEntry(1.01m, NewName("mots"))));
        const string other = "DE89370400440532013000";
        var file = BankFiles.Camt(other, [new BankEntry(1.02m, NewName("mots"))]);
        var asked = await ReadAsync(file, isOurs: false);
        Assert.Contains(other, asked.TextOf("#strangers"), StringComparison.Ordinal);

        Assert.Contains("Nothing is posted yet.", (await ReadAsync(file)).Notices, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class StatementsOnSqlite(SqliteSite site) : StatementTests(site);

[Collection(PostgresSite.Name)]
public sealed class StatementsOnPostgres(PostgresSite site) : StatementTests(site);
