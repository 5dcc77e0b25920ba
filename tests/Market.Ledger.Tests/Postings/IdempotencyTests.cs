using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

public class IdempotencyTests
{
    [Fact]
    public void The_same_key_with_the_same_content_posts_once()
    {
        var market = new TestMarket();
        var posting = Cheque(market);
        var first = market.Post(posting);
        Again(market, first, posting);
    }

    [Fact]
    public void A_retry_by_another_clerk_on_another_day_is_still_a_retry()
    {
        var market = new TestMarket();
        var posting = Cheque(market);
        var first = market.Post(posting);
        market.Now = TestMarket.Clock.AddDays(3);
        Again(market, first, posting with { OccurredOn = TestMarket.Day.AddDays(3), RecordedBy = "clerk-7" });
    }

    [Fact]
    public void A_retry_is_the_same_after_trimming()
    {
        var market = new TestMarket();
        var posting = Cheque(market);
        var first = market.Post(posting);
        Again(market, first, posting with
        {
            Memo = $" {posting.Memo}\n",
            Method = "cheque ",
            Details = new Dictionary<string, string> { ["bank"] = "A ", ["number"] = " 1", ["note"] = "" },
        });
    }

    [Fact]
    public void A_retry_is_answered_even_when_it_could_be_posted_no_more()
    {
        var market = new TestMarket();
        var posting = Cheque(market);
        var first = market.Post(posting);
        market.Terms = market.Terms with { PaymentsActive = false, Offered = [] };
        market.Store.SetAccount(TestMarket.Account, isOpen: false);
        Again(market, first, posting);
    }

    public static TheoryData<string> Fields =>
        [nameof(Posting.AccountId), nameof(Posting.Kind), nameof(Posting.Amount), nameof(Money.Currency), nameof(Posting.Method), nameof(Posting.OrderId), nameof(Posting.DistributionId),
         nameof(Posting.Memo), "detail changed", "detail added", "detail missing", "detail renamed"];

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_same_key_with_other_content_is_a_conflict(string field)
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        var posting = Cheque(market);
        market.Post(posting);
        var other = field switch
        {
            nameof(Posting.AccountId) => posting with { AccountId = "account-2" },
            nameof(Posting.Kind) => posting with { Kind = OperationKind.WriteOff },
            nameof(Posting.Amount) => posting with { Amount = TestMarket.Euros(5.01m) },
            nameof(Money.Currency) => posting with { Amount = new Money(500, TestMarket.Dollar) },
            nameof(Posting.Method) => posting with { Method = "cash" },
            nameof(Posting.OrderId) => posting with { OrderId = "order-2" },
            nameof(Posting.DistributionId) => posting with { DistributionId = "distribution-2" },
            nameof(Posting.Memo) => posting with { Memo = "Something else" },
            "detail changed" => posting with { Details = new Dictionary<string, string> { ["number"] = "2", ["bank"] = "A" } },
            "detail added" => posting with { Details = new Dictionary<string, string> { ["number"] = "1", ["bank"] = "A", ["note"] = "N" } },
            "detail missing" => posting with { Details = new Dictionary<string, string> { ["number"] = "1" } },
            _ => posting with { Details = new Dictionary<string, string> { ["number"] = "1", ["Bank"] = "A" } },
        };
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(other).Reason);
    }

    [Fact]
    public void Keys_differ_by_case()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 5) with { IdempotencyKey = "form-a" });
        market.Post(market.Of(OperationKind.Payment, 5) with { IdempotencyKey = "form-A" });
        Assert.Equal(TestMarket.Euros(10), market.Balance());
    }

    [Fact]
    public void A_refused_posting_leaves_its_key_free()
    {
        var market = new TestMarket();
        var posting = market.Of(OperationKind.Payment, 5);
        market.Refused(posting with { Method = "card" });
        market.Post(posting);
    }

    [Fact]
    public void A_reversals_key_posts_nothing_else()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        var reversal = market.Post(market.Reversal(payment));
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(market.Of(OperationKind.Reversal, -5) with
        {
            Memo = reversal.Memo,
            Method = reversal.Method,
            IdempotencyKey = reversal.IdempotencyKey,
        }).Reason);
    }

    private static Posting Cheque(TestMarket market) => market.Of(OperationKind.Payment, 5) with
    {
        Method = "cheque",
        OrderId = "order-1",
        DistributionId = "distribution-1",
        Details = new Dictionary<string, string> { ["number"] = "1", ["bank"] = "A" },
    };

    private static void Again(TestMarket market, Operation first, Posting posting)
    {
        var head = market.Head();
        var answer = market.Ask(posting);
        Assert.Equal(new PostingResult.AlreadyPosted(first), answer);
        Assert.True(answer.IsSettled);
        Assert.Equal(head, market.Head());
        Assert.Equal([first], market.Store.Operations);
    }
}
