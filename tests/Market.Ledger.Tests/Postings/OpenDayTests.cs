using CsCheck;
using Market.Ledger.Accounts;
using Market.Ledger.Closings;
using Market.Ledger.Online;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Ledger.Tests.Online;

namespace Market.Ledger.Tests.Postings;

/// <summary>No operation is dated in a closed year, or on a day that the market locked.</summary>
public class OpenDayTests
{
    private const string Note = "Its day is closed";

    private static readonly DateOnly NewYear = new(2026, 1, 1);

    [Fact]
    public void A_day_of_a_closed_year_is_refused_and_the_first_open_day_named()
    {
        var market = ClosedMarket();

        var refusal = market.Refused(market.Of(OperationKind.Payment, 5));

        Assert.Equal((RefusalReason.DayClosed, nameof(Posting.OccurredOn), NewYear), (refusal.Reason, refusal.Field, refusal.FirstOpenDay));
        Assert.Equal(NewYear, market.Post(market.Of(OperationKind.Payment, 5) with { OccurredOn = NewYear }).OccurredOn);
    }

    [Fact]
    public void What_a_machine_posts_moves_to_the_first_open_day_and_says_so()
    {
        var market = ClosedMarket();

        var payment = market.Post(market.Of(OperationKind.Payment, 5) with { ClosedDayNote = Note, Memo = "Cheque" });
        var order = market.Post(market.Order(20) with { ClosedDayNote = Note });
        var reversal = market.Post(market.Reversal(payment) with { ClosedDayNote = Note });

        Assert.Equal([(NewYear, "Cheque · " + Note), (NewYear, Note), (NewYear, "A mistake · " + Note)],
            new[] { payment, order, reversal }.Select(operation => (operation.OccurredOn, operation.Memo!)));
        Assert.True(market.Verification().Holds);
    }

    [Fact]
    public void An_open_day_stays_and_its_memo_too()
    {
        var market = ClosedMarket();

        var operation = market.Post(market.Of(OperationKind.Payment, 5) with { OccurredOn = NewYear.AddDays(3), ClosedDayNote = Note });

        Assert.Equal((NewYear.AddDays(3), "Because"), (operation.OccurredOn, operation.Memo));
    }

    [Fact]
    public void A_correction_and_what_arrives_are_refused_too()
    {
        var market = ClosedMarket(out var before, out var announced);

        Assert.Equal(RefusalReason.DayClosed, market.Refused(market.Reversal(before)).Reason);
        Assert.Equal(RefusalReason.DayClosed, Assert.IsType<PostingResult.Refused>(market.Ask(TestMarket.Receipt(announced))).Refusal.Reason);
        Assert.Equal(RefusalReason.DayClosed, Assert.IsType<PostingResult.Refused>(market.Ask(market.Order(10))).Refusal.Reason);
        Assert.Equal(NewYear, market.Post(TestMarket.Receipt(announced) with { ClosedDayNote = Note }).OccurredOn);
    }

    [Fact]
    public void The_same_asked_again_posts_once_although_it_was_moved()
    {
        var market = ClosedMarket();
        var asked = market.Of(OperationKind.Payment, 5) with { ClosedDayNote = Note };
        var first = market.Post(asked);

        Assert.Equal(first, Assert.IsType<PostingResult.AlreadyPosted>(market.Ask(asked with { ClosedDayNote = "Son jour est clos" })).Operation);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(asked with { Amount = TestMarket.Euros(6) }).Reason);
    }

    [Fact]
    public void A_locked_day_is_closed_as_well()
    {
        var market = new TestMarket();
        market.Terms = market.Terms with { LockDay = TestMarket.Day };

        Assert.Equal(TestMarket.Day.AddDays(1), market.Refused(market.Of(OperationKind.Payment, 5)).FirstOpenDay);
        market.Post(market.Of(OperationKind.Payment, 5) with { OccurredOn = TestMarket.Day.AddDays(1) });
    }

    [Fact]
    public void A_card_payment_that_is_heard_of_late_moves()
    {
        var online = new OnlineMarket();
        online.Market.Terms = online.Market.Terms with { LockDay = TestMarket.Day.AddDays(10) };

        Assert.Null(online.Hear(OnlineMarket.Came(OnlineOutcome.Paid)));
        Assert.Null(online.Hear(OnlineMarket.Refund("re_1", 5, OnlineRefundState.Succeeded)));
        Assert.Null(online.Hear(OnlineMarket.Refund("re_1", 5, OnlineRefundState.Failed)));

        Assert.Equal(3, online.Market.Store.Operations.Count);
        Assert.All(online.Market.Store.Operations, operation =>
        {
            Assert.Equal(TestMarket.Day.AddDays(11), operation.OccurredOn);
            Assert.EndsWith(Note, operation.Memo, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_long_memo_gives_way_to_the_note()
    {
        var market = ClosedMarket();

        var operation = market.Post(market.Of(OperationKind.Payment, 5) with { ClosedDayNote = Note, Memo = new string('m', PostingRules.MaxMemoLength) });

        Assert.Equal(PostingRules.MaxMemoLength, operation.Memo!.Length);
        Assert.EndsWith(Note, operation.Memo, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_locked_or_closed_nothing_is_dated_before_the_first_open_day() =>
        Gen.Select(Gen.Int[-400, 400], Gen.Int[-400, 400], Gen.Int[2023, 2026], Gen.Bool, Gen.Bool).Sample((day, locked, year, isLocked, moves) =>
        {
            var market = new TestMarket();
            var account = new AccountHead(TestMarket.Account, true, TestMarket.Euros(0), 0, string.Empty) { OpenFrom = ClosingKey.OpenFrom(year == 2023 ? null : $"{year}") };
            market.Terms = market.Terms with { LockDay = isLocked ? TestMarket.Day.AddDays(locked) : null };
            var posting = market.Of(OperationKind.Payment, 1) with { OccurredOn = TestMarket.Day.AddDays(day), ClosedDayNote = moves ? Note : null };
            var first = new[] { account.OpenFrom, market.Terms.LockDay?.AddDays(1) }.Max();

            var asked = posting.Moved(market.Terms, account);
            var refusal = PostingRules.Judge(asked, market.Terms, account);

            Assert.Equal(first, OpenDays.First(market.Terms, account));
            Assert.Equal(first > posting.OccurredOn && !moves, refusal?.Reason is RefusalReason.DayClosed);
            Assert.Equal(moves && first > posting.OccurredOn ? first : posting.OccurredOn, asked.OccurredOn);
        });

    private static TestMarket ClosedMarket() => ClosedMarket(out _, out _);

    // Something was recorded in 2025, and the year is closed.
    private static TestMarket ClosedMarket(out Operation before, out PendingPayment announced)
    {
        var market = new TestMarket();
        before = market.Post(market.Of(OperationKind.Payment, 100));
        announced = market.Done(market.Announcement(3));
        market.Now = new DateTime(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);
        Assert.Contains(market.CloseDue(), closing => closing.Period.Kind is ClosingKind.Yearly);
        return market;
    }
}
