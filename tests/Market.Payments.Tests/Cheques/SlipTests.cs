using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Cheques;

/// <summary>From the hand to the bank: chosen, on a numbered slip, banked once, and in the journals.</summary>
public abstract class SlipTests(SiteFixture fixture) : ChequeScenario(fixture)
{
    [Fact]
    public async Task Cheques_go_on_a_slip_and_to_the_bank_and_the_journals_follow()
    {
        var name = NewName("drawer");
        var accountId = await OpenAccountAsync(name);
        var (first, second) = (await ReceiveAsync(accountId, "12,34"), await ReceiveAsync(accountId, "20"));
        Assert.Equal("InHand", first.State);

        var form = await SlipFormAsync(first, second);
        var coordinator = await Fixture.CoordinatorAsync();
        var page = await coordinator.SubmitAsync(form);
        var again = await coordinator.SubmitAsync(form);
        var number = NumberOf(page);

        Assert.Equal((3234, "2"), (MinorUnits(page, "#slip"), page.One("#slip").GetAttribute("data-count")));
        Assert.Contains($"{first.Number} {name} Crédit Agricole", page.TextOf("#slip tbody"), StringComparison.Ordinal);
        Assert.Equal(page.Address, again.Address);
        Assert.Empty(await JournalAsync($"REM-{number}"));

        var banked = await coordinator.SubmitAsync(await BankFormAsync(number));
        Assert.Contains("One slip went to the bank.", banked.Notices, StringComparison.Ordinal);
        Assert.Equal("Banked", await StateAsync(first));
        var lines = await JournalAsync($"REM-{number}");
        Assert.Equal(2, lines.Count);
        Assert.Contains(lines, line => line.StartsWith("BQ,", StringComparison.Ordinal) && line.Contains(",512,", StringComparison.Ordinal) && line.Contains(",32.34,0.00,EUR,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",5112,", StringComparison.Ordinal) && line.Contains(",0.00,32.34,EUR,", StringComparison.Ordinal));
        Assert.Equal(3234, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task Slips_are_numbered_without_a_gap_and_banked_many_at_once()
    {
        var accountId = await OpenAccountAsync();
        var cheques = new[] { await ReceiveAsync(accountId, "1"), await ReceiveAsync(accountId, "2"), await ReceiveAsync(accountId, "3") };
        var first = await MakeSlipAsync(cheques[0]);
        var refused = await (await Fixture.CoordinatorAsync()).SubmitAsync(await SlipFormAsync(cheques[0], cheques[1]));
        var second = await MakeSlipAsync(cheques[1]);
        var third = await MakeSlipAsync(cheques[2]);

        Assert.Contains($"is on slip {first}.", refused.Notices, StringComparison.Ordinal);
        Assert.Equal((first + 1, first + 2), (second, third));

        var list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/slips");
        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(list.FormTo("/Admin/payments/slips/bank").WithAll("selected", $"{first}", $"{third}"));

        Assert.Contains("2 slips went to the bank.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(["Banked", "OnSlip", "Banked"], [await StateAsync(cheques[0]), await StateAsync(cheques[1]), await StateAsync(cheques[2])]);
        await BankAsync(second);
    }

    [Fact]
    public async Task Of_two_people_at_once_one_has_the_cheque_and_one_brings_the_slip_to_the_bank()
    {
        var accountId = await OpenAccountAsync();
        var (shared, other) = (await ReceiveAsync(accountId, "5"), await ReceiveAsync(accountId, "7"));
        var coordinator = await Fixture.CoordinatorAsync();
        var admin = await Fixture.AdminAsync();
        var forms = new[] { await SlipFormAsync(shared), (await admin.GetAsync("/Admin/payments/cheques")).FormTo("/Admin/payments/cheques/slip").WithAll("selected", shared.Id, other.Id) };

        var made = await Task.WhenAll(coordinator.SubmitAsync(forms[0]), admin.SubmitAsync(forms[1]));

        Assert.Single(made, page => page.Notices.Contains("is made:", StringComparison.Ordinal));
        Assert.Single(made, page => page.Notices.Contains($"Cheque {shared.Number}, Crédit Agricole is on slip", StringComparison.Ordinal));
        var number = NumberOf(made.Single(page => page.Notices.Contains("is made:", StringComparison.Ordinal)));

        var bank = (await BankFormAsync(number), (await admin.GetAsync(SlipPath(number))).Form("#bank"));
        var banked = await Task.WhenAll(coordinator.SubmitAsync(bank.Item1), admin.SubmitAsync(bank.Item2));

        Assert.Single(banked, page => page.Notices.Contains("One slip went to the bank.", StringComparison.Ordinal));
        Assert.Single(banked, page => page.Notices.Contains($"Slip {number} went to the bank on", StringComparison.Ordinal));
        Assert.Equal(2, (await JournalAsync($"REM-{number}")).Count);
    }

    [Fact]
    public async Task What_is_due_first_is_ticked_up_to_a_total_and_found_by_who_and_what()
    {
        var name = NewName("fitting");
        var accountId = await OpenAccountAsync(name);
        var (late, early, small) = (await ReceiveAsync(accountId, "50"), await ReceiveAsync(accountId, "30"), await ReceiveAsync(accountId, "20"));
        var coordinator = await Fixture.CoordinatorAsync();
        var note = (await coordinator.GetAsync("/Admin/payments/cheque/" + late.Id)).Form(".market-form");
        var noted = await coordinator.SubmitAsync(note.With("BankOn", MarketCalendar.In(60)).With("Drawer", "Aunt Odile"));
        Assert.Contains("It is noted.", noted.Notices, StringComparison.Ordinal);

        var page = await coordinator.GetAsync($"/Admin/payments/cheques?search={name}&upTo=69,99");
        var month = await coordinator.GetAsync($"/Admin/payments/cheques?search={name}&filter=ThisMonth");
        var found = await coordinator.GetAsync("/Admin/payments/cheques?search=" + early.Number);
        var wrong = await coordinator.GetAsync("/Admin/payments/cheques?upTo=-3");

        Assert.Equal(5000, MinorUnits(page, "#chosen"));
        Assert.Equal(
            new[] { early.Id, small.Id }.Order(StringComparer.Ordinal),
            page.Document.QuerySelectorAll("#cheques input[checked]").Select(box => box.GetAttribute("value")!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(late.Id, month.Html, StringComparison.Ordinal);
        Assert.Equal(early.Id, Assert.Single(found.Document.QuerySelectorAll("#cheques tbody tr")).GetAttribute("data-cheque"));
        Assert.Contains("Enter the amount without a minus sign.", wrong.Text, StringComparison.Ordinal);

        var slip = await SlipAsync(await MakeSlipAsync(late));
        Assert.Contains("Aunt Odile", slip.TextOf("#slip tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_that_is_not_right_does_not_go_to_the_bank_and_says_why()
    {
        var accountId = await OpenAccountAsync();
        var (reversed, kept) = (await ReceiveAsync(accountId, "5"), await ReceiveAsync(accountId, "6"));
        var coordinator = await Fixture.CoordinatorAsync();
        var number = await MakeSlipAsync(reversed, kept);
        var bank = await BankFormAsync(number);
        var reverse = await coordinator.GetAsync((await StatementAsync(accountId))[0].ReverseAddress!);
        await coordinator.SubmitAsync(reverse.Form(".market-form").With("Reason", "Typed twice"));

        var held = await coordinator.SubmitAsync(bank);
        var off = (await SlipAsync(number)).Form("#off").With("cheque", reversed.Id);
        await coordinator.SubmitAsync(off);
        var early = await coordinator.SubmitAsync(bank.With("occurredOn", "2020-01-01"));
        var future = await coordinator.SubmitAsync(bank.With("occurredOn", MarketCalendar.In(3)));
        var again = await coordinator.SubmitAsync(await SlipFormAsync(reversed));
        var banked = await coordinator.SubmitAsync(bank);
        var late = await coordinator.SubmitAsync(off.With("cheque", kept.Id));
        var nothing = await coordinator.SubmitAsync(await SlipFormAsync());

        Assert.Contains($"Slip {number} holds a cheque whose payment is reversed.", held.Notices, StringComparison.Ordinal);
        Assert.Contains("holds a cheque that was received later than that.", early.Notices, StringComparison.Ordinal);
        Assert.Contains("This date is in the future.", future.Notices, StringComparison.Ordinal);
        Assert.Contains($"The payment of cheque {reversed.Number}, Crédit Agricole is reversed.", again.Notices, StringComparison.Ordinal);
        Assert.Contains("One slip went to the bank.", banked.Notices, StringComparison.Ordinal);
        Assert.Contains($"Slip {number} went to the bank on", late.Notices, StringComparison.Ordinal);
        Assert.Contains("Tick the cheques that go to the bank.", nothing.Notices, StringComparison.Ordinal);
        Assert.Contains(await JournalAsync($"REM-{number}"), line => line.Contains(",6.00,0.00,EUR,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_banked_before_slips_were_kept_is_put_aside_and_books_nothing()
    {
        var accountId = await OpenAccountAsync();
        var old = await ReceiveAsync(accountId, "9");
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await SlipFormAsync(old);

        var answer = await coordinator.SubmitAsync(form.To(new Uri(Site.Address, "/Admin/payments/cheques/aside")));
        var slip = await coordinator.SubmitAsync(form);

        Assert.Contains("banked without a slip", answer.Notices, StringComparison.Ordinal);
        Assert.Equal("SetAside", await StateAsync(old));
        Assert.Contains("was banked without a slip.", slip.Notices, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class SlipsOnSqlite(SqliteSite site) : SlipTests(site);

[Collection(PostgresSite.Name)]
public sealed class SlipsOnPostgres(PostgresSite site) : SlipTests(site);
