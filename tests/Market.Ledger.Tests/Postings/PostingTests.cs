using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

public class PostingTests
{
    [Theory]
    [InlineData(OperationKind.OpeningBalance, true, true)]
    [InlineData(OperationKind.Order, true, true)]
    [InlineData(OperationKind.Payment, true, false)]
    [InlineData(OperationKind.Refund, false, true)]
    [InlineData(OperationKind.Adjustment, true, true)]
    [InlineData(OperationKind.Transfer, true, true)]
    [InlineData(OperationKind.Fee, false, true)]
    [InlineData(OperationKind.WriteOff, true, false)]
    [InlineData(OperationKind.Reversal, false, false)]
    [InlineData((OperationKind)10, false, false)]
    [InlineData((OperationKind)(-1), false, false)]
    public void Each_kind_has_its_signs(OperationKind kind, bool mayCredit, bool mayDebit)
    {
        var market = new TestMarket();
        foreach (var (units, may) in new[] { (5m, mayCredit), (-5m, mayDebit), (0m, false) })
        {
            if (may)
            {
                var before = market.Balance();
                Assert.Equal(before + TestMarket.Euros(units), before + market.Post(market.Of(kind, units)).Amount);
                Assert.Equal(before + TestMarket.Euros(units), market.Balance());
            }
            else
            {
                var refusal = market.Refused(market.Of(kind, units));
                Assert.Equal((RefusalReason.WrongAmount, nameof(Posting.Amount)), (refusal.Reason, refusal.Field));
            }
        }
    }

    [Fact]
    public void An_operation_holds_what_was_asked_and_continues_the_account()
    {
        var market = new TestMarket { Now = TestMarket.Clock.AddTicks(9999) };
        var first = market.Post(market.Of(OperationKind.OpeningBalance, -3));
        var asked = new Posting
        {
            AccountId = TestMarket.Account,
            Kind = OperationKind.Payment,
            Amount = TestMarket.Euros(12.34m),
            Method = "cheque",
            OrderId = "order-9",
            DistributionId = "distribution-9",
            Details = new Dictionary<string, string> { ["number"] = "0042" },
            Memo = "Two cheques",
            OccurredOn = new DateOnly(2025, 2, 28),
            RecordedBy = "clerk-9",
            IdempotencyKey = "key-of-the-form",
        };
        var operation = market.Post(asked);
        Assert.Equal(
            new Operation
            {
                Id = "operation-2",
                AccountId = TestMarket.Account,
                Sequence = 2,
                Kind = OperationKind.Payment,
                Amount = TestMarket.Euros(12.34m),
                Method = "cheque",
                OrderId = "order-9",
                DistributionId = "distribution-9",
                Details = operation.Details,
                Memo = "Two cheques",
                OccurredOn = new DateOnly(2025, 2, 28),
                RecordedAt = new DateTimeOffset(TestMarket.Clock),
                RecordedBy = "clerk-9",
                Reverses = null,
                IdempotencyKey = "key-of-the-form",
                PreviousHash = first.Hash,
                Hash = OperationHash.Of(operation),
            },
            operation);
        Assert.Equal([new("number", "0042")], operation.Details);
        Assert.Equal(string.Empty, first.PreviousHash);
        Assert.Equal(new AccountHead(TestMarket.Account, true, TestMarket.Euros(9.34m), 2, operation.Hash) { LastRecordedAt = operation.RecordedAt }, market.Head());
        Assert.Equal([first, operation], market.Store.Operations);
    }

    [Theory]
    [InlineData(" \n")]
    [InlineData("\u0000")]
    [InlineData("\u0007\u2028")]
    public void A_reason_that_nobody_can_read_is_none(string reason)
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 5));
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(market.Reversal(operation) with { Reason = reason }).Reason);
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(market.Of(OperationKind.Adjustment, 5) with { Memo = reason }).Reason);
    }

    [Fact]
    public void Half_of_a_character_is_none_of_ours()
    {
        var market = new TestMarket();
        Assert.Equal("a\uFFFD b", market.Post(market.Of(OperationKind.Payment, 5) with { Memo = "a\uD83D\nb" }).Memo);
    }

    [Fact]
    public void Memos_reasons_and_details_are_one_line()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 5) with { Memo = "a\r\nb\u2028c\td", Details = new Dictionary<string, string> { ["cheque-number"] = "12\n34" } });
        Assert.Equal(("a b c d", "12 34"), (operation.Memo, operation.Details["cheque-number"]));
        Assert.Equal("not ours", market.Post(market.Reversal(operation) with { Reason = "not\nours" }).Memo);
    }

    [Fact]
    public void Texts_are_trimmed_and_blank_ones_are_none()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 5) with
        {
            Method = " cash ",
            OrderId = " ",
            DistributionId = "\t",
            Memo = "  ",
            Details = new Dictionary<string, string> { ["reference"] = " 7 ", ["empty"] = " " },
        });
        Assert.Equal(("cash", null, null, null), (operation.Method, operation.OrderId, operation.DistributionId, operation.Memo));
        Assert.Equal([new("reference", "7")], operation.Details);
    }

    [Fact]
    public void Changing_the_details_one_gave_changes_no_operation()
    {
        var market = new TestMarket();
        var details = new Dictionary<string, string> { ["number"] = "1" };
        var operation = market.Post(market.Of(OperationKind.Payment, 5) with { Details = details });
        details["number"] = "2";
        Assert.Equal("1", operation.Details["number"]);
        Assert.Equal(operation.Hash, OperationHash.Of(operation));
    }

    [Fact]
    public void Two_accounts_have_a_chain_each()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        market.Post(market.Of(OperationKind.Payment, 5));
        var other = market.Post(market.Of(OperationKind.Payment, 7) with { AccountId = "account-2" });
        Assert.Equal((1, string.Empty), (other.Sequence, other.PreviousHash));
        Assert.Equal((TestMarket.Euros(5), TestMarket.Euros(7)), (market.Balance(), market.Balance("account-2")));
    }

    [Fact]
    public void An_unknown_account_is_refused()
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.UnknownAccount, market.Refused(market.Of(OperationKind.Payment, 5) with { AccountId = "nobody" }).Reason);
        Assert.Equal(RefusalReason.UnknownAccount, market.Refused(market.Order(5) with { AccountId = "nobody" }).Reason);
        var operation = market.Post(market.Of(OperationKind.Payment, 5));
        Assert.Equal(RefusalReason.UnknownAccount, market.Refused(market.Reversal(operation) with { AccountId = "nobody" }).Reason);
    }

    [Fact]
    public void A_closed_account_takes_nothing()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 5));
        market.Post(market.Order(5));
        market.Store.SetAccount(TestMarket.Account, isOpen: false);
        Everything(market, operation, RefusalReason.AccountClosed);
    }

    [Fact]
    public void Nothing_is_posted_while_payments_are_off()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Of(OperationKind.Payment, 5));
        market.Post(market.Order(5));
        market.Terms = market.Terms with { PaymentsActive = false };
        Everything(market, operation, RefusalReason.PaymentsOff);
    }

    [Fact]
    public void Another_currency_is_refused()
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Of(OperationKind.Payment, 5) with { Amount = new Money(500, TestMarket.Dollar) }).Reason);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Order(5) with { Total = new Money(500, TestMarket.Dollar) }).Reason);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Of(OperationKind.Payment, 5) with { Amount = default }).Reason);
    }

    [Fact]
    public void A_market_that_changed_its_currency_adds_none_of_it_to_an_account_kept_in_another()
    {
        var market = new TestMarket();
        market.Post(market.Order(5));
        market.Terms = market.Terms with { Currency = TestMarket.Dollar };
        var dollars = new Money(500, TestMarket.Dollar);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Of(OperationKind.Payment, 5) with { Amount = dollars }).Reason);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Order(5) with { Total = dollars }).Reason);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Order(5)).Reason);
    }

    [Theory]
    [InlineData(100_000_000, true)]
    [InlineData(-100_000_000, true)]
    [InlineData(100_000_001, false)]
    [InlineData(-100_000_001, false)]
    [InlineData(long.MaxValue, false)]
    [InlineData(long.MinValue, false)]
    public void No_amount_is_above_the_ceiling(long minorUnits, bool may)
    {
        var market = new TestMarket();
        var posting = market.Of(OperationKind.Adjustment, 1) with { Amount = new Money(minorUnits, Currency.Euro) };
        if (may)
        {
            market.Post(posting);
        }
        else
        {
            Assert.Equal(RefusalReason.WrongAmount, market.Refused(posting).Reason);
        }
    }

    [Theory]
    [InlineData(OperationKind.Adjustment, 5)]
    [InlineData(OperationKind.WriteOff, 5)]
    [InlineData(OperationKind.Fee, -5)]
    public void A_correction_needs_a_reason(OperationKind kind, decimal units)
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(market.Of(kind, units) with { Memo = null }).Reason);
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(market.Of(kind, units) with { Memo = " \n" }).Reason);
        market.Post(market.Of(kind, units) with { Memo = "Counted again" });
    }

    [Theory]
    [InlineData(OperationKind.OpeningBalance, 5)]
    [InlineData(OperationKind.Order, -5)]
    [InlineData(OperationKind.Payment, 5)]
    [InlineData(OperationKind.Refund, -5)]
    [InlineData(OperationKind.Transfer, 5)]
    public void Anything_else_needs_none(OperationKind kind, decimal units)
    {
        var market = new TestMarket();
        market.Post(market.Of(kind, units) with { Memo = null });
    }

    [Fact]
    public void A_text_longer_than_the_ledger_keeps_is_refused_by_its_name()
    {
        var market = new TestMarket();
        var payment = market.Of(OperationKind.Payment, 5);
        TooLong(payment with { Memo = new string('m', PostingRules.MaxMemoLength + 1) }, nameof(Posting.Memo));
        TooLong(payment with { Details = new Dictionary<string, string> { ["reference"] = new string('d', PostingRules.MaxDetailLength + 1) } }, "reference");
        TooLong(payment with { OrderId = new string('o', PostingRules.MaxIdLength + 1) }, nameof(Posting.OrderId));
        TooLong(payment with { DistributionId = new string('i', PostingRules.MaxIdLength + 1) }, nameof(Posting.DistributionId));
        TooLong(payment with { RecordedBy = new string('r', PostingRules.MaxIdLength + 1) }, nameof(Posting.RecordedBy));
        TooLong(payment with { IdempotencyKey = new string('k', PostingRules.MaxKeyLength + 1) }, nameof(Posting.IdempotencyKey));
        TooLong(payment with { IdempotencyKey = string.Empty }, nameof(Posting.IdempotencyKey));
        TooLong(payment with { IdempotencyKey = " \n" }, nameof(Posting.IdempotencyKey));
        market.Post(payment with
        {
            Memo = new string('m', PostingRules.MaxMemoLength),
            Details = new Dictionary<string, string> { ["reference"] = new string('d', PostingRules.MaxDetailLength) },
            IdempotencyKey = new string('k', PostingRules.MaxKeyLength),
        });

        void TooLong(Posting posting, string field)
        {
            var refusal = market.Refused(posting);
            Assert.Equal((RefusalReason.TextTooLong, field), (refusal.Reason, refusal.Field));
        }
    }

    [Theory]
    [InlineData(OperationKind.Payment, 5, null)]
    [InlineData(OperationKind.Payment, 5, "")]
    [InlineData(OperationKind.Payment, 5, "Cash")]
    [InlineData(OperationKind.Payment, 5, "card")]
    [InlineData(OperationKind.Refund, -5, null)]
    [InlineData(OperationKind.Refund, -5, "card")]
    [InlineData(OperationKind.Order, -5, "cash")]
    [InlineData(OperationKind.Adjustment, -5, "cash")]
    public void A_method_is_one_on_offer_where_money_moves_and_none_elsewhere(OperationKind kind, decimal units, string? method)
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.MethodNotOffered, market.Refused(market.Of(kind, units) with { Method = method }).Reason);
    }

    [Fact]
    public void A_method_switched_off_is_taken_no_more()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 5));
        market.Terms = market.Terms with { Offered = [TestMarket.Cheque] };
        Assert.Equal(RefusalReason.MethodNotOffered, market.Refused(market.Of(OperationKind.Payment, 5)).Reason);
        Assert.Equal(RefusalReason.MethodNotOffered, market.Refused(market.Of(OperationKind.Refund, -5)).Reason);
    }

    [Fact]
    public void A_method_that_gives_nothing_back_refuses_refunds()
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.MethodDoesNotRefund, market.Refused(market.Of(OperationKind.Refund, -5) with { Method = "cheque" }).Reason);
    }

    [Fact]
    public void A_required_detail_that_is_missing_or_blank_is_refused_by_its_name()
    {
        var market = new TestMarket();
        var payment = market.Of(OperationKind.Payment, 5) with { Method = "cheque" };
        foreach (var details in new Dictionary<string, string>[] { [], new() { ["number"] = " " }, new() { ["bank"] = "A" }, new() { ["Number"] = "1" } })
        {
            var refusal = market.Refused(payment with { Details = details });
            Assert.Equal((RefusalReason.DetailMissing, "number"), (refusal.Reason, refusal.Field));
        }

        market.Post(payment with { Details = new Dictionary<string, string> { ["number"] = "1" } });
    }

    private static void Everything(TestMarket market, Operation operation, RefusalReason reason)
    {
        Assert.Equal(reason, market.Refused(market.Of(OperationKind.Payment, 5)).Reason);
        Assert.Equal(reason, market.Refused(market.Order(7)).Reason);
        Assert.Equal(reason, market.Refused(market.Order(5)).Reason);
        Assert.Equal(reason, market.Refused(market.Reversal(operation)).Reason);
    }
}
