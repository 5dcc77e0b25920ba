using CsCheck;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;
using Market.Ledger.Postings;
using Market.Ledger.Returnables;

namespace Market.Ledger.Tests.Returnables;

public class ReturnableMoveTests
{
    private static readonly Money Glass = TestMarket.Euros(0.5m);

    [Fact]
    public void What_goes_out_is_owed_and_what_comes_back_is_given_back()
    {
        var market = new TestMarket();
        var taken = market.Post(Moving(market, 3));
        var back = market.Post(Moving(market, -2));

        Assert.Equal((TestMarket.Euros(-1.5m), TestMarket.Euros(1)), (taken.Amount, back.Amount));
        Assert.Equal(new ReturnableMove("glass", 3), ReturnableMove.Read(taken));
        Assert.Equal(new ReturnableMove("glass", -2), ReturnableMove.Read(back));
    }

    [Fact]
    public void A_reversal_moves_it_back()
    {
        var market = new TestMarket();
        var reversal = market.Post(market.Reversal(market.Post(Moving(market, 3))));

        Assert.Equal(new ReturnableMove("glass", -3), ReturnableMove.Read(reversal));
        Assert.True(market.Balance().IsZero);
    }

    [Fact]
    public void Nothing_else_moves_packaging()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5) with { Details = new ReturnableMove("glass", 1).ToDetails() });

        Assert.Null(ReturnableMove.Read(payment));
        Assert.Null(ReturnableMove.Read(market.Post(market.Reversal(payment))));
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData("glass", null)]
    [InlineData("", "1")]
    [InlineData("glass", "0")]
    [InlineData("glass", "01")]
    [InlineData("glass", "+1")]
    [InlineData("glass", "1.0")]
    [InlineData("glass", "1000")]
    [InlineData("glass", "some")]
    [InlineData("a returnable whose id is longer than ids are", "1")]
    public void A_deposit_says_of_what_and_how_many(string? returnable, string? count)
    {
        var market = new TestMarket();
        var details = new Dictionary<string, string> { ["returnable"] = returnable!, ["count"] = count! }.Where(detail => detail.Value is not null).ToDictionary();
        var refusal = market.Refused(market.Of(OperationKind.Deposit, -0.5m) with { Details = details });
        Assert.Equal(RefusalReason.DetailMissing, refusal.Reason);
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(-1, -50)]
    [InlineData(2, -75)]
    [InlineData(3, 0)]
    public void Its_money_goes_the_other_way_and_is_whole_deposits(int count, long minorUnits)
    {
        var market = new TestMarket();
        var refusal = market.Refused(Moving(market, count) with { Amount = new Money(minorUnits, Currency.Euro) });
        Assert.Equal((RefusalReason.WrongAmount, nameof(Posting.Amount)), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void What_an_account_holds_is_the_sum_of_its_operations_whatever_was_reversed() => Gen.Int[-9, 9].Where(count => count != 0).List[1, 12].Sample(counts =>
    {
        var market = new TestMarket();
        var expected = 0;
        foreach (var (count, step) in counts.Select((count, step) => (count, step)))
        {
            var posted = market.Post(Moving(market, count));
            expected += count;
            if (step % 3 == 0)
            {
                market.Post(market.Reversal(posted));
                expected -= count;
            }
        }

        Assert.Equal(expected, market.Store.Operations.Sum(operation => ReturnableMove.Read(operation)?.Count ?? 0));
        Assert.Equal(Glass * -expected, market.Balance());
    });

    [Fact]
    public void A_deposit_is_a_debt_like_another_and_one_that_came_back_pays()
    {
        var market = new TestMarket();
        market.Post(Moving(market, 3));
        Assert.Equal(TestMarket.Euros(1.5m), Allocation.Of(market.Store.Operations, Currency.Euro).OtherDebts);

        market.Post(Moving(market, -4));
        var after = Allocation.Of(market.Store.Operations, Currency.Euro);
        Assert.Equal((TestMarket.Euros(0), TestMarket.Euros(0.5m)), (after.OtherDebts, after.Credit));
    }

    [Fact]
    public void The_journal_says_it_in_words_and_not_by_its_id()
    {
        var market = new TestMarket();
        var taken = market.Post(Moving(market, 3) with { Memo = "3 × Bocal" });
        var back = market.Post(Moving(market, -1) with { Memo = "1 × Bocal" });

        Assert.Equal("Consigne : 3 × Bocal", EntryText.French(taken));
        Assert.Equal("Consigne rendue : 1 × Bocal", EntryText.French(back));
        Assert.Equal($"Contre-passation de {taken.Id} : A mistake", EntryText.French(market.Post(market.Reversal(taken, "A mistake"))));
    }

    [Fact]
    public void No_floor_stops_it()
    {
        var market = new TestMarket(floor: TestMarket.Euros(0));
        market.Post(Moving(market, 1));
        Assert.Equal(-Glass, market.Balance());
    }

    private static Posting Moving(TestMarket market, int count)
    {
        var move = new ReturnableMove("glass", count);
        return market.Of(OperationKind.Deposit, 1) with { Amount = move.Amount(Glass), Details = move.ToDetails() };
    }
}
