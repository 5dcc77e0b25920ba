using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Pending;

public class PendingPaymentTests
{
    [Fact]
    public void An_announced_payment_is_pending_and_moves_no_confirmed_balance()
    {
        var market = new TestMarket();
        market.Post(market.Order(30));
        var payment = market.Done(market.Announcement(20) with { OrderId = " order-1 ", DistributionId = "distribution-1", Memo = " By the bank " });
        Assert.Equal(new Balances(TestMarket.Euros(-30), TestMarket.Euros(20)), market.Head()!.Balances);
        Assert.Equal(TestMarket.Euros(-10), market.Head()!.Balances.Projected);
        Assert.Equal(
            ("order-1", "distribution-1", "By the bank", PendingState.Announced, (string?)null, (DateTimeOffset?)null),
            (payment.OrderId, payment.DistributionId, payment.Memo, payment.State, payment.OperationId, payment.SettledAt));
        Assert.Equal((TestMarket.Day, new DateTimeOffset(TestMarket.Clock), "member-1"), (payment.AnnouncedOn, payment.AnnouncedAt, payment.AnnouncedBy));
        Assert.Single(market.Store.Operations);
    }

    [Fact]
    public void What_arrives_is_credited_once_with_its_own_amount_and_day()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20) with { OrderId = "order-1" });
        var operation = market.Post(TestMarket.Receipt(payment) with { Amount = TestMarket.Euros(19.5m), OccurredOn = TestMarket.Day.AddDays(4) });
        Assert.Equal(
            (OperationKind.Payment, TestMarket.Euros(19.5m), "cash", "order-1", TestMarket.Day.AddDays(4), "clerk-1", "pending:" + payment.Id),
            (operation.Kind, operation.Amount, operation.Method, operation.OrderId, operation.OccurredOn, operation.RecordedBy, operation.IdempotencyKey));
        Assert.Equal(new Balances(TestMarket.Euros(19.5m), TestMarket.Euros(0)), market.Head()!.Balances);
        Assert.Equal(
            payment with { State = PendingState.Received, OperationId = operation.Id, SettledAt = operation.RecordedAt, SettledBy = "clerk-1" },
            market.Pending(payment.Id));

        var head = market.Head();
        Assert.Equal(new PostingResult.AlreadyPosted(operation), market.Ask(TestMarket.Receipt(payment) with { Amount = TestMarket.Euros(3), RecordedBy = "clerk-9" }));
        Assert.Equal(head, market.Head());
        Assert.Single(market.Store.Operations);
    }

    [Fact]
    public void What_the_method_asks_for_may_come_with_the_money()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20) with { Method = "cheque", Details = new Dictionary<string, string> { ["bank"] = " A ", ["note"] = "" } });
        Assert.Equal(new Dictionary<string, string> { ["bank"] = "A" }, payment.Details);
        var refusal = market.Refused(TestMarket.Receipt(payment));
        Assert.Equal((RefusalReason.DetailMissing, "number"), (refusal.Reason, refusal.Field));
        Assert.Equal(PendingState.Announced, market.Pending(payment.Id).State);
        var operation = market.Post(TestMarket.Receipt(payment) with { Details = new Dictionary<string, string> { ["number"] = " 42 ", ["bank"] = "" } });
        Assert.Equal([new("bank", "A"), new("number", "42")], operation.Details.OrderBy(detail => detail.Key));
    }

    [Fact]
    public void A_cancelled_payment_is_awaited_no_more_and_the_first_reason_counts()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20));
        market.Done(market.Announcement(7));
        market.Now = TestMarket.Clock.AddDays(1);
        var cancelled = market.Done(TestMarket.Cancellation(payment, " Never came "));
        Assert.Equal(
            payment with { State = PendingState.Cancelled, CancellationReason = "Never came", SettledAt = market.Now, SettledBy = "clerk-1" },
            cancelled);
        Assert.Equal(cancelled, market.Pending(payment.Id));
        Assert.Equal(TestMarket.Euros(7), market.Head()!.Balances.Pending);
        Assert.Equal(new PendingResult.AlreadyDone(cancelled), market.Ask(TestMarket.Cancellation(payment, "Another reason")));
        Assert.Equal(TestMarket.Euros(7), market.Head()!.Balances.Pending);
        Assert.Empty(market.Store.Operations);
    }

    [Fact]
    public void A_cancelled_payment_is_not_received_and_a_received_one_not_cancelled()
    {
        var market = new TestMarket();
        var cancelled = market.Done(market.Announcement(20));
        market.Done(TestMarket.Cancellation(cancelled));
        Assert.Equal(RefusalReason.PendingPaymentCancelled, market.Refused(TestMarket.Receipt(cancelled)).Reason);

        var received = market.Done(market.Announcement(20));
        market.Post(TestMarket.Receipt(received));
        Assert.Equal(RefusalReason.PendingPaymentReceived, market.Refused(TestMarket.Cancellation(received)).Reason);
    }

    [Fact]
    public void A_payment_of_another_account_or_of_none_is_unknown()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        var payment = market.Done(market.Announcement(20));
        Assert.Equal(RefusalReason.UnknownPendingPayment, market.Refused(TestMarket.Receipt(payment) with { AccountId = "account-2" }).Reason);
        Assert.Equal(RefusalReason.UnknownPendingPayment, market.Refused(TestMarket.Receipt(payment) with { PendingPaymentId = "pending-9" }).Reason);
        Assert.Equal(RefusalReason.UnknownPendingPayment, market.Refused(TestMarket.Cancellation(payment) with { AccountId = "account-2" }).Reason);
        Assert.Equal(RefusalReason.UnknownPendingPayment, market.Refused(TestMarket.Cancellation(payment) with { PendingPaymentId = "pending-9" }).Reason);
        Assert.Equal(RefusalReason.UnknownAccount, market.Refused(TestMarket.Receipt(payment) with { AccountId = "nobody" }).Reason);
        Assert.Equal(RefusalReason.UnknownAccount, market.Refused(TestMarket.Cancellation(payment) with { AccountId = "nobody" }).Reason);
        Assert.Equal(RefusalReason.UnknownAccount, market.Refused(market.Announcement(1) with { AccountId = "nobody" }).Reason);
    }

    [Fact]
    public void An_announcement_is_judged_like_a_payment()
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.WrongAmount, market.Refused(market.Announcement(0)).Reason);
        Assert.Equal(RefusalReason.WrongAmount, market.Refused(market.Announcement(-1)).Reason);
        Assert.Equal(RefusalReason.WrongAmount, market.Refused(market.Announcement(1) with { Amount = new Money(long.MaxValue, Currency.Euro) }).Reason);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Announcement(1) with { Amount = new Money(1, TestMarket.Dollar) }).Reason);
        Assert.Equal(RefusalReason.MethodNotOffered, market.Refused(market.Announcement(1) with { Method = "shells" }).Reason);
        Assert.Equal(RefusalReason.TextTooLong, market.Refused(market.Announcement(1) with { Memo = new string('m', 501) }).Reason);
        Assert.Equal(RefusalReason.TextTooLong, market.Refused(market.Announcement(1) with { IdempotencyKey = " " }).Reason);
        market.Terms = market.Terms with { PaymentsActive = false };
        Assert.Equal(RefusalReason.PaymentsOff, market.Refused(market.Announcement(1)).Reason);
    }

    [Fact]
    public void A_closed_account_announces_and_receives_nothing_but_cancels()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20));
        market.Store.SetAccount(TestMarket.Account, isOpen: false);
        Assert.Equal(RefusalReason.AccountClosed, market.Refused(market.Announcement(1)).Reason);
        Assert.Equal(RefusalReason.AccountClosed, market.Refused(TestMarket.Receipt(payment)).Reason);
        market.Done(TestMarket.Cancellation(payment));
    }

    [Fact]
    public void A_cancellation_needs_a_reason()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20));
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(TestMarket.Cancellation(payment, " ")).Reason);
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(TestMarket.Cancellation(payment, "\u0000")).Reason);
        Assert.Equal(RefusalReason.TextTooLong, market.Refused(TestMarket.Cancellation(payment, new string('r', 501))).Reason);
    }

    [Fact]
    public void The_same_key_announces_once_and_conflicts_with_other_content()
    {
        var market = new TestMarket();
        var announcement = market.Announcement(20) with { OrderId = "order-1" };
        var first = market.Done(announcement);
        Assert.Equal(new PendingResult.AlreadyDone(first), market.Ask(announcement with { AnnouncedBy = "member-2", AnnouncedOn = TestMarket.Day.AddDays(1), OrderId = "order-1 " }));
        Assert.Equal(TestMarket.Euros(20), market.Head()!.Balances.Pending);
        market.Store.SetAccount("account-2");
        foreach (var other in new[]
        {
            announcement with { AccountId = "account-2" },
            announcement with { Amount = TestMarket.Euros(21) },
            announcement with { Method = "cheque" },
            announcement with { OrderId = null },
            announcement with { DistributionId = "distribution-1" },
            announcement with { Memo = "Other" },
            announcement with { Details = new Dictionary<string, string> { ["a"] = "b" } },
        })
        {
            Assert.Equal(RefusalReason.KeyConflict, market.Refused(other).Reason);
        }

        Assert.NotEqual(first.Id, market.Done(announcement with { IdempotencyKey = announcement.IdempotencyKey.ToUpperInvariant() }).Id);
    }

    [Fact]
    public void A_retry_is_answered_whatever_became_of_the_payment()
    {
        var market = new TestMarket();
        var announcement = market.Announcement(20);
        market.Post(TestMarket.Receipt(market.Done(announcement)));
        Assert.Equal(PendingState.Received, Assert.IsType<PendingResult.AlreadyDone>(market.Ask(announcement)).Payment.State);
    }

    [Fact]
    public void A_payment_whose_key_somebody_posted_under_is_not_taken_for_received()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20));
        market.Post(market.Of(OperationKind.Payment, 20) with { Memo = null, IdempotencyKey = payment.ReceiptKey });
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(TestMarket.Receipt(payment)).Reason);
    }

    [Fact]
    public void A_receipt_that_is_reversed_leaves_the_payment_received()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20));
        market.Post(market.Reversal(market.Post(TestMarket.Receipt(payment))));
        Assert.Equal(new Balances(TestMarket.Euros(0), TestMarket.Euros(0)), market.Head()!.Balances);
        Assert.IsType<PostingResult.AlreadyPosted>(market.Ask(TestMarket.Receipt(payment)));
    }

    [Fact]
    public void A_payment_is_read_back_from_its_json()
    {
        var market = new TestMarket();
        var payment = market.Done(market.Announcement(20) with { Details = new Dictionary<string, string> { ["bank"] = "A" } });
        var read = System.Text.Json.JsonSerializer.Deserialize<PendingPayment>(System.Text.Json.JsonSerializer.Serialize(payment))!;
        Assert.Equal(payment.Details, read.Details);
        Assert.Equal(payment, read with { Details = payment.Details });
    }
}
