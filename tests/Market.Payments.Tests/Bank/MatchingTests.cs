using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Bank;

/// <summary>What lines are: announced, recorded by hand, of two clients, come back, a slip of cheques, nobody's.</summary>
public abstract class MatchingTests(SiteFixture fixture) : BankScenario(fixture)
{
    [Fact]
    public async Task An_announced_transfer_arrives_with_another_amount_and_then_a_second_time()
    {
        var accountId = await OpenAccountAsync();
        await AnnounceAsync(accountId, "50");
        var reference = await ReferenceAsync(accountId);
        await ReadAndPostAsync(new BankEntry(45m, "moins") { Reference = reference });
        Assert.Equal(4500, await BalanceAsync(accountId));
        Assert.DoesNotContain("Announced", (await AccountPageAsync(accountId)).TextOf("#balance"), StringComparison.Ordinal);

        await ReadAndPostAsync(new BankEntry(45m, "encore") { Reference = reference });
        Assert.Equal(9000, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task A_transfer_that_was_recorded_by_hand_is_noted_and_not_credited_again()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "33", "transfer");
        var page = await ReadAsync(BankFiles.Camt(new BankEntry(33m, "Panier") { Reference = await ReferenceAsync(accountId) }));
        Assert.Equal(["Certain Recorded"], Told(page));

        await PostCertainAsync(page);

        Assert.Equal(3300, await BalanceAsync(accountId));
        var line = await LineAsync(LineIds(await LinesAsync(ImportOf(page), "Done"))[0]);
        await (await Fixture.CoordinatorAsync()).SubmitAsync(line.Form("#undo").With("reason", "Another one"));
        Assert.Equal(3300, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task A_person_divides_a_line_between_two_clients_and_next_time_the_payer_is_known()
    {
        var (one, two) = (await OpenAccountAsync(NewName("Alpha ")), await OpenAccountAsync(NewName("Beta ")));
        var payer = "DE" + NewDigits(20);
        var read = await ReadAsync(BankFiles.Camt(new BankEntry(53.19m, "pour deux") { Iban = payer }));
        var line = LineIds(await LinesAsync(ImportOf(read), "Open"))[0];
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await coordinator.GetAsync($"/Admin/payments/bank/line/{line}?search=a")).Form("#assign").To(new Uri(Site.Address, $"/Admin/payments/bank/line/{line}/assign"));

        var wrong = await coordinator.SubmitAsync(form.With($"amounts[{one}]", "20").With($"amounts[{two}]", "20"));
        Assert.Contains("does not come to its amount", wrong.Notices, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(one));

        await coordinator.SubmitAsync(form.With($"amounts[{one}]", "23.19").With($"amounts[{two}]", "30"));
        Assert.Equal((2319L, 3000L), (await BalanceAsync(one), await BalanceAsync(two)));

        var next = await ReadAsync(BankFiles.Camt(new BankEntry(9.37m, "encore") { Iban = payer }));
        Assert.Equal(["None Ambiguous"], Told(await LinesAsync(ImportOf(next), "Open")));
        Assert.DoesNotContain(payer, (await LineAsync(line)).Text, StringComparison.Ordinal);
        Assert.Contains("…" + payer[^4..], (await LineAsync(line)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_transfer_reverses_what_it_had_paid_once()
    {
        var accountId = await OpenAccountAsync();
        var endToEnd = NewName("E2E");
        await ReadAndPostAsync(new BankEntry(26m, "Panier") { Reference = await ReferenceAsync(accountId), EndToEnd = endToEnd });
        var back = await ReadAsync(BankFiles.Camt(new BankEntry(-26m, "Retour") { EndToEnd = endToEnd, ReturnReason = "AC04" }));
        Assert.Equal(["Certain Return"], Told(back));

        await PostCertainAsync(back);

        Assert.Equal(0, await BalanceAsync(accountId));
        Assert.Equal(["TookBack"], Told(await LinesAsync(ImportOf(back), "Done")));
        var undo = await (await Fixture.CoordinatorAsync()).SubmitAsync((await LinesAsync(ImportOf(back), "Done")).Form("#undo-file form").With("reason", "x"));
        Assert.Contains("What it reversed stays reversed.", undo.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_of_cheques_is_told_by_its_number_and_goes_to_the_bank_by_its_line()
    {
        var cheque = await ReceiveAsync(await OpenAccountAsync(), "61,07");
        var number = await MakeSlipAsync(cheque);
        var read = await ReadAsync(BankFiles.Camt(new BankEntry(61.07m, $"REMISE CHEQUES {number}")));
        Assert.Equal(["Certain Slip"], Told(read));

        await PostCertainAsync(read);

        Assert.Equal("Banked", await StateAsync(cheque));
        Assert.Equal(2, (await JournalAsync($"REM-{number}")).Count);
        Assert.Equal(["Matched"], Told(await LinesAsync(ImportOf(read), "Done")));
    }

    [Fact]
    public async Task A_closed_account_takes_nothing_and_the_line_is_ignored_with_a_reason_and_taken_up_again()
    {
        var accountId = await OpenAccountAsync();
        var reference = await ReferenceAsync(accountId);
        await CloseAccountAsync(accountId);
        var read = await ReadAsync(BankFiles.Camt(new BankEntry(18m, "Panier") { Reference = reference }));
        var open = await LinesAsync(ImportOf(read), "Open");
        Assert.Equal(["None ClosedAccount"], Told(open));

        var coordinator = await Fixture.CoordinatorAsync();
        var form = open.Form("#lines-form").WithAll("selected", LineIds(open)[0]);
        Assert.Contains("Say why", (await coordinator.SubmitAsync(form.With("reason", " "))).Notices, StringComparison.Ordinal);
        await coordinator.SubmitAsync(form.With("reason", "Sent back by hand"));
        Assert.Equal(["Ignored"], Told(await LinesAsync(ImportOf(read), "Done")));

        var line = LineIds(open)[0];
        await coordinator.SubmitAsync((await LineAsync(line)).FormTo($"/Admin/payments/bank/line/{line}/take-up"));
        Assert.Equal("Waiting", StateOf(await LineAsync(line)));
    }

    [Fact]
    public async Task What_the_bank_said_of_a_client_is_forgotten_when_the_account_is_closed()
    {
        var accountId = await OpenAccountAsync();
        var name = NewName("Nom");
        var import = await ReadAndPostAsync(new BankEntry(10m, name) { Name = name, Reference = await ReferenceAsync(accountId) });
        var line = LineIds(await LinesAsync(import, "Done"))[0];
        Assert.Contains(name, (await LineAsync(line)).Text, StringComparison.Ordinal);
        Assert.Contains(line, await FoundAsync(), StringComparison.OrdinalIgnoreCase);
        await (await Fixture.CoordinatorAsync()).SubmitAsync((await MoneyFormAsync(accountId, "refund")).With("Amount", "10").With("Method", "cash").With("Memo", "leaves"));

        await CloseAccountAsync(accountId);

        Assert.DoesNotContain(name, (await LineAsync(line)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(line, await FoundAsync(), StringComparison.OrdinalIgnoreCase);

        async Task<string> FoundAsync() => (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/find?q=" + Uri.EscapeDataString(name))).Html;
    }

    [Theory]
    [InlineData("decision", "pays|zzzzzzzzzzzzzzzzzzzzzzzzzz|1907|")]
    [InlineData("decision", "recorded|zzzzzzzzzzzzzzzzzzzzzzzzzz|zzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("decision", "returns|zzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("decision", "pays|x|-1907|")]
    [InlineData("decision", "pays")]
    public async Task What_no_page_offers_is_refused_and_posts_nothing(string field, string value)
    {
        var read = await ReadAsync(BankFiles.Camt(new BankEntry(19.07m, NewName("mots"))));
        var line = LineIds(await LinesAsync(ImportOf(read), "Open"))[0];
        var form = (await LineAsync(line)).Form("#ignore").With(field, value).To(new Uri(Site.Address, $"/Admin/payments/bank/line/{line}/decide"));

        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        Assert.NotEmpty(answer.Notices);
        Assert.Equal("Waiting", StateOf(await LineAsync(line)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Access.Editor)]
    public async Task Who_may_not_sees_no_line_and_posts_none(int role)
    {
        var browser = await BrowserAsync(role);
        foreach (var path in (string[])["/Admin/payments/bank", "/Admin/payments/bank/lines", "/Admin/payments/bank/line/" + UnknownId])
        {
            Assert.NotEqual(System.Net.HttpStatusCode.OK, (await browser.AskAsync(path)).Status);
        }
    }

    private static string NewDigits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Random.Shared.Next(10)));

    private async Task AnnounceAsync(string accountId, string amount)
    {
        var page = await (await Fixture.CoordinatorAsync()).SubmitAsync((await MoneyFormAsync(accountId, "announce")).With("Amount", amount).With("Method", "transfer"));
        Assert.Contains("announced", page.Notices, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class MatchingOnSqlite(SqliteSite site) : MatchingTests(site);

[Collection(PostgresSite.Name)]
public sealed class MatchingOnPostgres(PostgresSite site) : MatchingTests(site);
