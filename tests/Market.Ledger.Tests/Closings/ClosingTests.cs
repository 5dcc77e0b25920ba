using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;

namespace Market.Ledger.Tests.Closings;

public class ClosingTests
{
    [Fact]
    public void A_closing_fixes_the_period_the_beginning_and_every_account()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        market.Post(market.Order(30));
        market.Post(market.Of(OperationKind.Payment, 20));
        NextDay(market);
        var first = market.CloseDue();
        Assert.Equal(["2025-03-14"], first.Select(closing => closing.Period.Key));
        market.Post(market.Of(OperationKind.Payment, 7) with { AccountId = "account-2" });
        NextDay(market);
        var closing = Assert.Single(market.CloseDue());

        Assert.Equal(new LedgerTotals(1, TestMarket.Euros(0), TestMarket.Euros(7)), closing.Totals);
        Assert.Equal(new LedgerTotals(3, TestMarket.Euros(30), TestMarket.Euros(27)), closing.Perpetual);
        Assert.Equal(TestMarket.Euros(-3), closing.Perpetual.Net);
        Assert.Equal((2, first[0].Hash, new DateTimeOffset(market.Now)), (closing.Accounts, closing.PreviousHash, closing.ClosedAt));
        Assert.Equal(string.Empty, first[0].PreviousHash);
        Assert.True(market.Verification().Holds);
    }

    [Fact]
    public void An_empty_day_is_closed_like_any_other()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 20));
        market.Now = TestMarket.Clock.AddDays(3);
        var closings = market.CloseDue();
        Assert.Equal(["2025-03-14", "2025-03-15", "2025-03-16"], closings.Select(closing => closing.Period.Key));
        Assert.Equal(LedgerTotals.None(Currency.Euro), closings[^1].Totals);
        Assert.Equal(closings[0].Root, closings[^1].Root);
        Assert.True(market.Verification().Holds);
        Assert.Empty(market.CloseDue());
    }

    [Fact]
    public void A_season_closes_days_months_and_a_year()
    {
        var market = new TestMarket();
        for (var week = 0; week < 60; week++)
        {
            market.Post(market.Order(10, $"order-{week}") with { OccurredOn = Day(market) });
            market.Post(market.Of(OperationKind.Payment, 9) with { OccurredOn = Day(market) });
            market.Now = market.Now.AddDays(7);
            market.CloseDue();
        }

        var report = market.Verification();
        Assert.True(report.Holds);
        Assert.Equal((120, 1, TestMarket.Euros(-60)), (report.Operations, report.Accounts, report.Balance));
        var counts = market.Store.Closings.CountBy(closing => closing.Period.Kind).ToDictionary();
        Assert.Equal((420, 14, 1), (counts[ClosingKind.Daily], counts[ClosingKind.Monthly], counts[ClosingKind.Yearly]));
        foreach (var kind in market.Store.Closings.GroupBy(closing => closing.Period.Kind))
        {
            var sum = kind.Aggregate(LedgerTotals.None(Currency.Euro), (sum, closing) => sum + closing.Totals);
            Assert.Equal(kind.Last().Perpetual, sum);
        }
    }

    [Fact]
    public void Nothing_is_recorded_in_a_closed_period_or_before_the_last_operation_whatever_the_clock_says()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        var first = market.Post(market.Of(OperationKind.Payment, 20));
        market.Now = TestMarket.Clock.AddHours(-1);
        Assert.Equal(first.RecordedAt, market.Post(market.Of(OperationKind.Payment, 1)).RecordedAt);
        Assert.Equal(new DateTimeOffset(market.Now), market.Post(market.Of(OperationKind.Payment, 1) with { AccountId = "account-2" }).RecordedAt);
        NextDay(market);
        var closing = Assert.Single(market.CloseDue());
        market.Now = TestMarket.Clock;
        var late = market.Post(market.Of(OperationKind.Payment, 1));
        Assert.Equal(closing.Period.To, late.RecordedAt);
        Assert.Equal(OperationHash.Of(late), late.Hash);
        Assert.True(market.Verification().Holds);
        NextDay(market);
        NextDay(market);
        Assert.Equal(1, Assert.Single(market.CloseDue()).Totals.Operations);
        Assert.True(market.Verification().Holds);
    }

    [Fact]
    public void Books_that_do_not_balance_are_not_closed()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 20));
        var period = market.Calendar.PeriodOf(ClosingKind.Daily, operation.RecordedAt);
        using var draft = new ClosingDraft(period, null, Currency.Euro);
        draft.Add(operation);
        draft.Add(new ClosedHead(operation.AccountId, 2, operation.Amount, operation.Hash));
        var refused = Assert.Throws<BooksDoNotBalanceException>(() => draft.Finish(market.Now));
        Assert.Equal((period, 1, 2, TestMarket.Euros(20)), (refused.Period, refused.Operations.Operations, refused.Places, refused.Balances));

        using var other = new ClosingDraft(period, null, Currency.Euro);
        other.Add(operation);
        other.Add(new ClosedHead(operation.AccountId, 1, TestMarket.Euros(19), operation.Hash));
        Assert.Throws<BooksDoNotBalanceException>(() => other.Finish(market.Now));
    }

    [Fact]
    public void A_draft_takes_only_what_belongs_to_it()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 20));
        var period = market.Calendar.PeriodOf(ClosingKind.Daily, operation.RecordedAt);
        using var draft = new ClosingDraft(period, null, Currency.Euro);
        Assert.Throws<ArgumentException>(() => draft.Add(operation with { RecordedAt = period.To }));
        Assert.Throws<ArgumentException>(() => draft.Add(operation with { RecordedAt = period.From.AddTicks(-1) }));
        var head = new ClosedHead("b", 1, TestMarket.Euros(20), operation.Hash);
        draft.Add(head);
        Assert.Throws<ArgumentException>(() => draft.Add(head));
        Assert.Throws<ArgumentException>(() => draft.Add(head with { AccountId = "B" }));
        draft.Add(LedgerTotals.None(Currency.Euro).With(operation));
        var closing = draft.Finish(market.Now);

        var next = market.Calendar.After(period);
        Assert.Throws<ArgumentException>(() => new ClosingDraft(market.Calendar.After(next), closing, Currency.Euro));
        Assert.Throws<ArgumentException>(() => new ClosingDraft(period, closing, Currency.Euro));
        Assert.Throws<ArgumentException>(() => new ClosingDraft(market.Calendar.PeriodOf(ClosingKind.Monthly, next.From), closing, Currency.Euro));
    }

    [Fact]
    public void A_closing_is_read_back_from_its_json()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 20));
        NextDay(market);
        var closing = Assert.Single(market.CloseDue());
        var read = System.Text.Json.JsonSerializer.Deserialize<Closing>(System.Text.Json.JsonSerializer.Serialize(closing))!;
        Assert.Equal(closing, read);
        Assert.Equal(closing.Hash, ClosingHash.Of(read));
    }

    [Fact]
    public void Changing_any_field_changes_the_hash()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 20));
        NextDay(market);
        var closing = Assert.Single(market.CloseDue());
        Assert.Equal(closing.Hash, ClosingHash.Of(closing with { Hash = "other" }));
        var more = closing.Totals with { Operations = 2 };
        Closing[] changed =
        [
            closing with { Period = closing.Period with { Kind = ClosingKind.Monthly } },
            closing with { Period = closing.Period with { Key = "2025-03-15" } },
            closing with { Period = closing.Period with { From = closing.Period.From.AddMilliseconds(1) } },
            closing with { Period = closing.Period with { To = closing.Period.To.AddMilliseconds(1) } },
            closing with { Totals = more },
            closing with { Totals = closing.Totals with { Debits = TestMarket.Euros(1) } },
            closing with { Totals = closing.Totals with { Credits = TestMarket.Euros(1) } },
            closing with { Perpetual = more },
            closing with { Perpetual = LedgerTotals.None(TestMarket.Dollar) },
            closing with { Accounts = 2 },
            closing with { Root = "other" },
            closing with { ClosedAt = closing.ClosedAt.AddMilliseconds(1) },
            closing with { PreviousHash = "other" },
        ];
        Assert.Equal(changed.Length + 1, changed.Append(closing).Select(ClosingHash.Of).Distinct().Count());
    }

    private static DateOnly Day(TestMarket market) => DateOnly.FromDateTime(market.Now);

    private static void NextDay(TestMarket market) => market.Now = market.Now.AddDays(1);
}
