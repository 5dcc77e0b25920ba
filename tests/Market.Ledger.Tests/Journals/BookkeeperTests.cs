using System.Globalization;
using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Journals;

public class BookkeeperTests
{
    [Theory]
    [InlineData(OperationKind.OpeningBalance, 42, null, "AN", "890 +42", "411 -42")]
    [InlineData(OperationKind.OpeningBalance, -42, null, "AN", "411 +42", "890 -42")]
    [InlineData(OperationKind.Order, -30, null, "VE", "411 +30", "707 -30")]
    [InlineData(OperationKind.Order, 12, null, "VE", "707 +12", "411 -12")]
    [InlineData(OperationKind.Payment, 30, "cash", "CA", "530 +30", "411 -30")]
    [InlineData(OperationKind.Payment, 30, "cheque", "CH", "5112 +30", "411 -30")]
    [InlineData(OperationKind.Payment, 30, "transfer", "BQ", "512 +30", "411 -30")]
    [InlineData(OperationKind.Payment, 30, "card-terminal", "BQ", "5115 +30", "411 -30")]
    [InlineData(OperationKind.Payment, 30, "stripe", "BQ", "467 +30", "411 -30")]
    [InlineData(OperationKind.Payment, 30, "local-money", "OD", "471 +30", "411 -30")]
    [InlineData(OperationKind.Refund, -5, "cash", "CA", "411 +5", "530 -5")]
    [InlineData(OperationKind.Refund, -5, "cheque", "BQ", "411 +5", "512 -5")]
    [InlineData(OperationKind.Adjustment, 3, null, "OD", "658 +3", "411 -3")]
    [InlineData(OperationKind.Adjustment, -3, null, "OD", "411 +3", "758 -3")]
    [InlineData(OperationKind.Transfer, 8, null, "OD", "4711 +8", "411 -8")]
    [InlineData(OperationKind.Transfer, -8, null, "OD", "411 +8", "4711 -8")]
    [InlineData(OperationKind.Fee, -2, null, "VE", "411 +2", "708 -2")]
    [InlineData(OperationKind.WriteOff, 60, null, "OD", "654 +60", "411 -60")]
    [InlineData(OperationKind.Deposit, -4, null, "OD", "411 +4", "4196 -4")]
    [InlineData(OperationKind.Deposit, 4, null, "OD", "4196 +4", "411 -4")]
    public async Task Each_kind_has_its_counterpart(OperationKind kind, int units, string? method, string journal, string debited, string credited)
    {
        var operation = Of(kind, units, method);
        var entry = await Books(operation).EnterAsync(operation, 1);
        Assert.Equal((journal, debited, credited), (entry.Journal.Code, Said(entry.Lines[0]), Said(entry.Lines[1])));

        // A reversal is booked against what it reverses, with the sides exchanged.
        var reversal = operation with { Id = "reversal", Kind = OperationKind.Reversal, Amount = -operation.Amount, Reverses = operation.Id };
        var opposite = await Books(operation).EnterAsync(reversal, 2);
        Assert.Equal(entry.Journal, opposite.Journal);
        Assert.Equal(
            entry.Lines.Select(line => (line.Account, line.Client, line.Net)),
            opposite.Lines.Reverse().Select(line => (line.Account, line.Client, -line.Net)));
    }

    [Theory]
    [InlineData(OperationKind.Order, -2500, "0:300:0,550:948:52,2000:1000:200", "411 +25 707 -3 707055 -9.48 44571055 -0.52 707200 -10 44571200 -2")]
    [InlineData(OperationKind.Order, 200, "550:948:52,2000:-1000:-200", "707200 +10 44571200 +2 707055 -9.48 44571055 -0.52 411 -2")]
    [InlineData(OperationKind.Fee, -1200, "2000:1000:200", "411 +12 708 -10 44571200 -2")]
    [InlineData(OperationKind.Order, -1000, "1025:907:93", "411 +10 70701025 -9.07 4457101025 -0.93")]
    [InlineData(OperationKind.Order, -1000, "550:948:51", "411 +10 707 -10")]
    public async Task A_sale_is_booked_by_rates_of_VAT(OperationKind kind, long cents, string split, string lines)
    {
        var operation = Of(kind, 1, null) with { Amount = new(cents, Currency.Euro), Details = new Dictionary<string, string> { [VatSplit.DetailName] = split } };
        var entry = await Books(operation).EnterAsync(operation, 1);
        Assert.Equal((lines, "VE"), (string.Join(' ', entry.Lines.Select(Said)), entry.Journal.Code));
        Assert.DoesNotContain(split, entry.Text, StringComparison.Ordinal);

        var reversal = operation with { Id = "reversal", Kind = OperationKind.Reversal, Amount = -operation.Amount, Reverses = operation.Id, Details = VatSplit.Read(operation)?.Opposite().WriteTo(operation.Details) ?? operation.Details };
        Assert.Equal(
            entry.Lines.Select(line => (line.Account, line.Client, line.Net)).ToHashSet(),
            (await Books(operation).EnterAsync(reversal, 2)).Lines.Select(line => (line.Account, line.Client, -line.Net)).ToHashSet());
    }

    [Fact]
    public void A_rate_has_the_numbers_that_the_market_gives_it_and_else_those_behind_its_sales_account()
    {
        var own = new RateAccounts(new("70711", "Légumes"), new("44572", "TVA"));
        var chart = new ChartOfAccounts { Sales = new("7011", "Ventes"), Rates = new Dictionary<int, RateAccounts> { [550] = own } };
        Assert.Equal(own, chart.ForRate(550));
        Assert.Equal(new RateAccounts(new("7011021", "Ventes à 2,1 %"), new("44571021", "TVA collectée à 2,1 %")), chart.ForRate(210));
        Assert.Equal("7011", chart.ForRate(0).Sales.Number);
        Assert.True(BookAccount.IsNumber((chart with { Sales = new(new string('7', BookAccount.MaxLength), "Ventes") }).ForRate(210).Sales.Number));
    }

    [Theory]
    [InlineData("cash", "5399", "411 +5", "5399 -5")]
    [InlineData("card-terminal", "5116", "411 +5", "5116 -5")]
    [InlineData("transfer", "5121", "411 +5", "5121 -5")]
    [InlineData("cheque", "5113", "411 +5", "512 -5")]
    public async Task A_refund_leaves_the_account_that_the_market_numbered_for_its_method(string method, string number, string debited, string credited)
    {
        var usual = new ChartOfAccounts();
        var account = usual.ForMethod(method);
        var chart = usual.With(method, account with { Received = new BookAccount(number, account.Received.Label) });
        var entry = await Books(Of(OperationKind.Refund, -5, method), chart).EnterAsync(Of(OperationKind.Refund, -5, method), 1);
        Assert.Equal([debited, credited], entry.Lines.Select(Said));
    }

    [Fact]
    public async Task A_cheque_that_the_market_writes_leaves_its_bank_whatever_number_that_has()
    {
        var usual = new ChartOfAccounts();
        var chart = usual.With("transfer", usual.ForMethod("transfer") with { Received = new BookAccount("5121", "Banque") });
        var refund = Of(OperationKind.Refund, -5, "cheque");
        var entry = await Books(refund, chart).EnterAsync(refund, 1);
        Assert.Equal(("BQ", "5121 -5"), (entry.Journal.Code, Said(entry.Lines[1])));
    }

    [Fact]
    public async Task What_cannot_be_placed_shows_on_the_suspense_account()
    {
        var orphan = Of(OperationKind.Reversal, 5, null) with { Reverses = "gone" };
        var entry = await new Bookkeeper(new ChartOfAccounts(), _ => ValueTask.FromResult<Operation?>(null), _ => ValueTask.FromResult<AuxiliaryAccount?>(null)).EnterAsync(orphan, 1);
        Assert.Equal(["471 +5", "411 -5"], entry.Lines.Select(Said));
        Assert.Equal(new AuxiliaryAccount(TestMarket.Account, TestMarket.Account), entry.Lines[1].Client);
    }

    [Fact]
    public async Task A_period_with_what_was_carried_into_it_ends_at_the_same_balances()
    {
        var market = new JournalMarket(seed: 11, accounts: 20, operations: 600);
        var before = market.Accounts.ToDictionary(
            account => account,
            account => TestMarket.Euros(market.Operations.Take(400).Where(operation => operation.AccountId == account).Sum(operation => operation.Amount.MinorUnits) / 100m));
        var cancel = TestContext.Current.CancellationToken;
        var carried = await market.Books.CarryForwardAsync(before.ToAsyncEnumerable(), TestMarket.Day, TestMarket.Clock, cancellationToken: cancel).ToListAsync(cancel);
        var entries = await carried.ToAsyncEnumerable().Concat(market.Books.EnterAsync(market.Operations.Skip(400).ToAsyncEnumerable(), carried.Count + 1, cancellationToken: cancel)).ToListAsync(cancel);
        Assert.Equal(before.Values.Count(balance => !balance.IsZero), carried.Count);
        Assert.All(carried, entry => Assert.Equal(("AN", "AN-20250314", null), (entry.Journal.Code, entry.Piece, entry.OperationId)));
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Number));
        foreach (var account in market.Accounts)
        {
            var owed = entries.SelectMany(entry => entry.Lines).Where(line => line.Client == JournalMarket.Client(account)).Sum(line => line.Net.MinorUnits);
            Assert.Equal(-market.Balance(account).MinorUnits, owed);
        }
    }

    [Fact]
    public async Task A_market_sets_its_own_accounts()
    {
        var chart = new ChartOfAccounts { Sales = new BookAccount("7011", "Légumes") }
            .With("local-money", new MethodAccount(new BookAccount("5181", "Monnaie locale"), Journal.Cash));
        var books = new Bookkeeper(chart, _ => ValueTask.FromResult<Operation?>(null), _ => ValueTask.FromResult<AuxiliaryAccount?>(null));
        Assert.Equal("7011 -9", Said((await books.EnterAsync(Of(OperationKind.Order, -9, null), 1)).Lines[1]));
        Assert.Equal("5181 +9", Said((await books.EnterAsync(Of(OperationKind.Payment, 9, "local-money"), 1)).Lines[0]));
        Assert.Equal("530 +9", Said((await books.EnterAsync(Of(OperationKind.Payment, 9, "cash"), 1)).Lines[0]));
    }

    [Theory]
    [InlineData(25.05, 0.95, "512 +25.05", "627 +0.95", "467 -26")]
    [InlineData(25, 0, "512 +25", "467 -25")]
    [InlineData(0, 2, "627 +2", "467 -2")]
    [InlineData(-15, 1, "627 +1", "467 +14", "512 -15")]
    [InlineData(5, -5, "512 +5", "627 -5")]
    [InlineData(0, 0)]
    public async Task A_payout_moves_what_the_provider_held_to_the_bank_less_what_it_keeps(double arrives, double fees, params string[] lines)
    {
        var payout = Payout("po_1", TestMarket.Clock, (decimal)arrives, (decimal)fees);
        var entries = await EnterAsync([], [payout]);
        Assert.Equal(lines, entries.SelectMany(entry => entry.Lines).Select(Said));
        Assert.All(entries, entry => Assert.Equal(("BQ", "po_1", payout.Day, null), (entry.Journal.Code, entry.Piece, entry.Date, entry.OperationId)));
    }

    [Fact]
    public async Task Payouts_stand_among_the_operations_in_the_order_they_were_recorded()
    {
        var operations = Enumerable.Range(0, 3).Select(hour => Of(OperationKind.Payment, 9, "stripe") with { Id = $"operation-{hour}", RecordedAt = TestMarket.Clock.AddHours(hour) }).ToList();
        var payouts = new[] { 2.5, 0.5, -1, 9 }.Select(hour => Payout($"po_{hour.ToString(CultureInfo.InvariantCulture)}", TestMarket.Clock.AddHours(hour), 9, 0)).ToList();

        var entries = await EnterAsync(operations, payouts);

        Assert.Equal(["po_-1", "operation-0", "po_0.5", "operation-1", "operation-2", "po_2.5", "po_9"], entries.Select(entry => entry.OperationId ?? entry.Piece));
        Assert.Equal(Enumerable.Range(1, 7).Select(number => (long)number), entries.Select(entry => entry.Number));
    }

    [Theory]
    [InlineData("411", true)]
    [InlineData("5112", true)]
    [InlineData("411CLI", true)]
    [InlineData("41", false)]
    [InlineData("A11", false)]
    [InlineData("011", false)]
    [InlineData("411 0", false)]
    [InlineData("411\n", false)]
    [InlineData(null, false)]
    public void An_account_number_begins_with_three_digits_of_the_plan(string? number, bool is_one)
    {
        Assert.Equal(is_one, BookAccount.IsNumber(number));
        if (!is_one)
        {
            Assert.Throws<ArgumentException>(() => new BookAccount(number!, "Label"));
        }
    }

    [Fact]
    public void An_entry_that_does_not_balance_is_none()
    {
        var account = new BookAccount("471", "Attente");
        JournalLine Line(int debit, int credit) => new(account, null, TestMarket.Euros(debit), TestMarket.Euros(credit));
        foreach (var lines in new JournalLine[][] { [Line(5, 0), Line(0, 4)], [Line(5, 0)], [], [Line(0, 0), Line(0, 0)], [Line(-5, 0), Line(0, -5)], [Line(5, 5), Line(5, 5)] })
        {
            Assert.Throws<ArgumentException>(() => new JournalEntry
            {
                Number = 1,
                Journal = Journal.Miscellaneous,
                Date = TestMarket.Day,
                RecordedAt = TestMarket.Clock,
                OperationId = "operation-1",
                Piece = "operation-1",
                Text = "Text",
                Lines = lines,
            });
        }
    }

    [Fact]
    public void Whatever_is_posted_each_clients_411_is_what_they_owe_and_all_of_it_balances() => Gen.Int[1, 1_000_000].Sample(
        seed =>
        {
            var market = new JournalMarket(seed, accounts: 4, operations: 60);
            var entries = market.Entries().ToBlockingEnumerable().ToList();
            Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), entries.Select(entry => entry.Number));
            Assert.Equal(market.Operations.Select(operation => operation.Id), entries.Select(entry => entry.OperationId));
            var lines = entries.SelectMany(entry => entry.Lines).ToList();
            Assert.Equal(0, lines.Sum(line => line.Net.MinorUnits));
            Assert.All(lines, line => Assert.Equal(line.Account.Number == "411", line.Client is not null));
            foreach (var account in market.Accounts)
            {
                var owed = lines.Where(line => line.Client == JournalMarket.Client(account)).Sum(line => line.Net.MinorUnits);
                Assert.Equal(-market.Balance(account).MinorUnits, owed);
            }
        },
        iter: 100);

    private static async Task<List<JournalEntry>> EnterAsync(IReadOnlyList<Operation> operations, IReadOnlyList<ProviderPayout> payouts) =>
        await Books(Of(OperationKind.Payment, 1, "stripe"))
            .EnterAsync(operations.ToAsyncEnumerable(), payouts: payouts, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    private static ProviderPayout Payout(string id, DateTimeOffset recordedAt, decimal arrives, decimal fees) =>
        new("stripe", id, TestMarket.Day.AddDays(2), recordedAt, TestMarket.Euros(arrives), TestMarket.Euros(fees));

    private static Bookkeeper Books(Operation operation, ChartOfAccounts? chart = null) =>
        new(chart ?? new ChartOfAccounts(), id => ValueTask.FromResult(id == operation.Id ? operation : null), id => ValueTask.FromResult<AuxiliaryAccount?>(new("C-0001", "Claire")));

    private static string Said(JournalLine line) =>
        line.Account.Number + (line.Net.MinorUnits / 100m).ToString(" +0.##; -0.##", CultureInfo.InvariantCulture);

    private static Operation Of(OperationKind kind, int units, string? method) => new()
    {
        Id = "operation-1",
        AccountId = TestMarket.Account,
        Sequence = 1,
        Kind = kind,
        Amount = TestMarket.Euros(units),
        Method = method,
        OccurredOn = TestMarket.Day,
        RecordedAt = TestMarket.Clock,
        RecordedBy = "clerk-1",
        IdempotencyKey = "key-1",
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };
}
