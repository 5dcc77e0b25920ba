using CsCheck;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;

namespace Market.Ledger.Tests.Chain;

/// <summary>Whatever is changed behind the ledger's back, the verifier names it.</summary>
public class ChainVerifierTests
{
    private const string Other = "account-2";

    [Fact]
    public void Sound_books_hold_and_are_counted()
    {
        var books = new Books();
        var report = books.Verify();
        Assert.True(report.Holds);
        Assert.Null(report.First);
        Assert.Equal((2, 6, 3), (report.Accounts, report.Operations, report.Closings));
        Assert.Equal((TestMarket.Euros(0), TestMarket.Euros(9)), (report.Balance, report.Pending));
    }

    [Fact]
    public void Books_without_operations_hold()
    {
        using var verifier = new ChainVerifier(Currency.Euro, []);
        verifier.Open("a", null);
        Assert.True(verifier.Finish().Holds);
        Assert.Equal(new VerificationProgress(1, 0), verifier.Progress);
    }

    public static TheoryData<string, Misfit, long> Tampering => new()
    {
        { "amount", Misfit.Changed, 2 },
        { "memo", Misfit.Changed, 2 },
        { "time", Misfit.Changed, 2 },
        { "amount, hash made anew", Misfit.WrongPrevious, 3 },
        { "previous", Misfit.WrongPrevious, 2 },
        { "hash", Misfit.Changed, 2 },
        { "deleted", Misfit.Gap, 3 },
        { "first deleted", Misfit.Gap, 2 },
        { "twice", Misfit.PlaceTaken, 2 },
        { "inserted", Misfit.PlaceTaken, 2 },
        { "moved", Misfit.Gap, 3 },
        { "place", Misfit.Gap, 12 },
        { "currency", Misfit.WrongCurrency, 2 },
        { "account", Misfit.WrongAccount, 2 },
        { "backwards", Misfit.RecordedBackwards, 2 },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public void The_first_operation_that_does_not_fit_is_named(string what, Misfit misfit, long sequence)
    {
        var books = new Books();
        var operations = books.Operations[TestMarket.Account];
        var second = operations[1];
        switch (what)
        {
            case "amount":
                operations[1] = second with { Amount = new Money(long.MinValue, Currency.Euro) };
                break;
            case "memo":
                operations[1] = second with { Memo = "Another" };
                break;
            case "time":
                operations[1] = second with { RecordedAt = second.RecordedAt.AddMilliseconds(1) };
                break;
            case "amount, hash made anew":
                operations[1] = Sealed(second with { Amount = TestMarket.Euros(1) });
                break;
            case "previous":
                operations[1] = Sealed(second with { PreviousHash = second.Hash });
                break;
            case "hash":
                operations[1] = second with { Hash = operations[0].Hash };
                break;
            case "deleted":
                operations.RemoveAt(1);
                break;
            case "first deleted":
                operations.RemoveAt(0);
                break;
            case "twice":
                operations.Insert(1, second);
                break;
            case "inserted":
                operations.Insert(2, Sealed(second with { Id = "inserted", PreviousHash = second.Hash }));
                break;
            case "moved":
                (operations[1], operations[2]) = (operations[2], operations[1]);
                break;
            case "place":
                operations[1] = second with { Sequence = 12 };
                break;
            case "currency":
                operations[1] = second with { Amount = new Money(second.Amount.MinorUnits, TestMarket.Dollar) };
                break;
            case "account":
                operations[1] = second with { AccountId = Other };
                break;
            default:
                operations[1] = Sealed(second with { RecordedAt = operations[0].RecordedAt.AddMilliseconds(-1) });
                break;
        }

        var first = books.Verify().First!;
        Assert.Equal((misfit, TestMarket.Account, sequence), (first.Misfit, first.AccountId, first.Sequence));
        Assert.NotNull(first.OperationId);
        Assert.NotEqual(first.Expected, first.Found);
    }

    [Fact]
    public void One_operation_is_named_of_each_account_and_the_others_are_still_verified()
    {
        var books = new Books();
        foreach (var operations in books.Operations.Values)
        {
            operations[0] = operations[0] with { Memo = "Changed" };
            operations[1] = operations[1] with { Memo = "Changed" };
        }

        var report = books.Verify();
        Assert.Equal([(Misfit.Changed, TestMarket.Account, 1L), (Misfit.Changed, Other, 1L)], report.Findings.Select(finding => (finding.Misfit, finding.AccountId, finding.Sequence)));
        Assert.Equal(6, report.Operations);
    }

    [Fact]
    public void What_an_account_keeps_is_compared_with_what_it_holds()
    {
        var books = new Books();
        var head = books.Heads[Other]!;
        books.Heads[Other] = head with { Balance = TestMarket.Euros(100), Sequence = 9, Hash = "other", Pending = 5, LastRecordedAt = null };
        Assert.Equal(
            [Misfit.HeadBalance, Misfit.HeadSequence, Misfit.HeadHash, Misfit.HeadRecordedAt, Misfit.HeadPending],
            books.Verify().Findings.Select(finding => finding.Misfit));
        var balance = books.Verify().First!;
        Assert.Equal((Other, "-600", "10000"), (balance.AccountId, balance.Expected, balance.Found));

        books.Heads[Other] = null;
        Assert.Equal(Misfit.HeadMissing, Assert.Single(books.Verify().Findings).Misfit);
    }

    [Fact]
    public void An_operation_cut_from_the_end_is_missed_by_the_account_and_by_the_closings()
    {
        var books = new Books();
        books.Operations[TestMarket.Account].RemoveAt(2);
        Assert.Equal(
            [Misfit.HeadBalance, Misfit.HeadSequence, Misfit.HeadHash, Misfit.HeadRecordedAt],
            books.Verify().Findings.Select(finding => finding.Misfit));

        // The account's state made anew hides what no closing fixed yet, but not the operation before it.
        var last = books.Operations[TestMarket.Account][^1];
        books.Operations[TestMarket.Account].RemoveAt(1);
        var first = books.Operations[TestMarket.Account][0];
        books.Heads[TestMarket.Account] = books.Heads[TestMarket.Account]! with { Balance = first.Amount, Sequence = 1, Hash = first.Hash, LastRecordedAt = first.RecordedAt };
        var finding = books.Verify().First!;
        Assert.Equal(Misfit.ClosingTotals, finding.Misfit);
        Assert.Equal(books.Calendar.PeriodOf(ClosingKind.Daily, last.RecordedAt), finding.Period);
    }

    [Fact]
    public void A_chain_made_anew_from_a_changed_operation_is_shown_by_the_root()
    {
        var books = new Books();
        var operations = books.Operations[TestMarket.Account];
        operations[0] = Sealed(operations[0] with { Memo = "Another" });
        for (var i = 1; i < operations.Count; i++)
        {
            operations[i] = Sealed(operations[i] with { PreviousHash = operations[i - 1].Hash });
        }

        books.Heads[TestMarket.Account] = books.Heads[TestMarket.Account]! with { Hash = operations[^1].Hash };
        var finding = Assert.Single(books.Verify().Findings);
        Assert.Equal((Misfit.ClosingRoot, "2025-03-14"), (finding.Misfit, finding.Period!.Key));
    }

    [Fact]
    public void A_changed_closing_is_named()
    {
        var books = new Books();
        var second = books.Closings[1];
        ClosingIs(Misfit.ClosingChanged, second with { Accounts = 7 });
        ClosingIs(Misfit.ClosingPrevious, Sealed(second with { PreviousHash = second.Hash }));
        ClosingIs(Misfit.ClosingTotals, Sealed(second with { Totals = second.Totals with { Operations = 9 } }));
        ClosingIs(Misfit.ClosingPerpetual, Sealed(second with { Perpetual = second.Perpetual with { Debits = TestMarket.Euros(1) } }));
        ClosingIs(Misfit.ClosingRoot, Sealed(second with { Accounts = 7 }));
        ClosingIs(Misfit.ClosingRoot, Sealed(second with { Root = "other" }));
        ClosingIs(Misfit.ClosingGap, Sealed(second with { Period = second.Period with { From = second.Period.From.AddHours(1) } }));

        void ClosingIs(Misfit misfit, Closing changed)
        {
            books.Closings[1] = changed;
            var finding = Assert.Single(books.Verify().Findings);
            Assert.Equal((misfit, second.Period.Key), (finding.Misfit, finding.Period!.Key));
        }
    }

    [Fact]
    public void A_closing_that_is_missing_or_of_no_period_is_named()
    {
        var books = new Books();
        var closings = books.Closings.ToList();
        books.Closings.RemoveAt(1);
        var finding = books.Verify().First!;
        Assert.Equal((Misfit.ClosingGap, "2025-03-15", "2025-03-16"), (finding.Misfit, finding.Expected, finding.Found));

        books.Closings.Clear();
        books.Closings.AddRange([Sealed(closings[0] with { Period = closings[0].Period with { Key = "0 no day" } }), closings[1], closings[2]]);
        Assert.Equal(Misfit.ClosingGap, books.Verify().First!.Misfit);
    }

    [Fact]
    public void An_operation_that_cannot_be_read_is_named()
    {
        using var verifier = new ChainVerifier(Currency.Euro, []);
        verifier.Open("a", null);
        verifier.AddUnreadable("operation-7", 7);
        var finding = verifier.Finish().First!;
        Assert.Equal((Misfit.Unreadable, "a", "operation-7", 7), (finding.Misfit, finding.AccountId, finding.OperationId, finding.Sequence));
    }

    [Fact]
    public void Accounts_come_sorted_and_before_their_operations()
    {
        using var verifier = new ChainVerifier(Currency.Euro, []);
        Assert.Throws<InvalidOperationException>(() => verifier.Add(new Books().Operations[Other][0]));
        verifier.Open("b", null);
        Assert.Throws<ArgumentException>(() => verifier.Open("a", null));
        Assert.Throws<ArgumentException>(() => verifier.Open("b", null));
        Assert.Throws<ArgumentException>(() => verifier.Open("B", null));
    }

    [Fact]
    public void Findings_are_counted_beyond_those_listed()
    {
        var operation = new Books().Operations[TestMarket.Account][0];
        using var verifier = new ChainVerifier(Currency.Euro, []);
        for (var account = 0; account < ChainVerifier.MaxFindings + 5; account++)
        {
            verifier.Open($"{account:0000}", null);
            verifier.AddUnreadable(operation.Id, 1);
        }

        var report = verifier.Finish();
        Assert.Equal((2 * (ChainVerifier.MaxFindings + 5), ChainVerifier.MaxFindings), (report.FindingCount, report.Findings.Count));
    }

    [Fact]
    public void One_changed_field_of_one_operation_is_named_wherever_it_is() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 5]).Sample((account, place, field) =>
        {
            var books = new Books();
            var operations = books.Operations[account == 0 ? TestMarket.Account : Other];
            var operation = operations[place];
            operations[place] = field switch
            {
                0 => operation with { Amount = operation.Amount + new Money(1, Currency.Euro) },
                1 => operation with { OccurredOn = operation.OccurredOn.AddDays(1) },
                2 => operation with { RecordedBy = "nobody" },
                3 => operation with { OrderId = "order-9" },
                4 => operation with { Kind = OperationKind.Transfer },
                _ => operation with { IdempotencyKey = "another" },
            };
            var first = books.Verify().First!;
            Assert.Equal((Misfit.Changed, operation.AccountId, operation.Id, (long?)operation.Sequence), (first.Misfit, first.AccountId, first.OperationId, first.Sequence));
        }, iter: 100);

    [Fact]
    public async Task Whether_accounts_are_verified_at_once_or_one_after_another_the_same_is_found()
    {
        var books = new Crowd(300);
        var one = books.Verify();

        var several = await books.VerifyAsync(7, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(one.Holds);
        Assert.Equal(one with { Findings = [] }, several with { Findings = [] });
        Assert.Equal(one.Findings, several.Findings);
        Assert.Equal([Misfit.Changed, Misfit.HeadHash, Misfit.ClosingRoot], one.Findings.Select(finding => finding.Misfit).Distinct());
    }

    [Fact]
    public async Task No_more_accounts_are_read_ahead_than_are_asked_for_at_once()
    {
        var books = new Crowd(300);
        var reached = new List<VerificationProgress>();

        await books.VerifyAsync(2, reached.Add, TestContext.Current.CancellationToken);

        Assert.InRange(books.MostAhead, 1, 2 * 32);
        Assert.Equal(301, reached[^1].Accounts);
        Assert.Equal(reached.OrderBy(progress => progress.Accounts), reached);
    }

    [Fact]
    public async Task A_verification_stops_where_it_is_stopped_or_cannot_read()
    {
        var books = new Crowd(300);
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => books.VerifyAsync(2, _ => source.Cancel(), source.Token));
        using var verifier = new ChainVerifier(Currency.Euro, []);
        await Assert.ThrowsAsync<InvalidOperationException>(() => verifier.VerifyAsync(["a", "b"], _ => throw new InvalidOperationException("gone"), 2, cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => verifier.VerifyAsync(
            ["b", "a"],
            ids => Task.FromResult(Array.ConvertAll(ids, id => verifier.Begin(id, null))),
            2,
            cancellationToken: TestContext.Current.CancellationToken));
    }

    private static Operation Sealed(Operation operation) => operation with { Hash = OperationHash.Of(operation) };

    private static Closing Sealed(Closing closing) => closing with { Hash = ClosingHash.Of(closing) };

    /// <summary>Two accounts of three operations, one every other day, and the three days that were closed by the last, to be tampered with.</summary>
    private sealed class Books
    {
        private readonly TestMarket _market = new();

        public Books()
        {
            _market.Store.SetAccount(Other);
            for (var day = 0; day < 3; day++)
            {
                _market.Post(_market.Of(OperationKind.Payment, day + 1));
                _market.Post(_market.Of(OperationKind.Fee, -2) with { AccountId = Other });
                _market.CloseDue();
                _market.Now = _market.Now.AddHours(36);
            }

            _market.Done(_market.Announcement(9));
            Closings = [.. _market.Store.Closings];
            foreach (var account in _market.Store.AccountIds)
            {
                Operations[account] = [.. _market.Store.OperationsOf(account)];
                Heads[account] = _market.Head(account);
            }
        }

        public ClosingCalendar Calendar => _market.Calendar;

        public Dictionary<string, List<Operation>> Operations { get; } = [];

        public Dictionary<string, AccountHead?> Heads { get; } = [];

        public List<Closing> Closings { get; }

        public VerificationReport Verify()
        {
            using var verifier = new ChainVerifier(Currency.Euro, Closings);
            foreach (var account in Operations.Keys.Order(StringComparer.Ordinal))
            {
                verifier.Open(account, Heads[account], account == TestMarket.Account ? 900 : 0);
                foreach (var operation in Operations[account])
                {
                    verifier.Add(operation);
                }
            }

            return verifier.Finish();
        }
    }
}
