using Market.Ledger.Gifts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Gifts;

/// <summary>A gift is taken back as a whole, from either side, once.</summary>
public class GiftReversalTests
{
    private const string Receiver = "account-2";

    private readonly TestMarket _market = new();

    private readonly List<Operation> _sides;

    public GiftReversalTests()
    {
        _market.Store.SetAccount(Receiver);
        _market.Post(_market.Of(OperationKind.Payment, 20));
        _sides = [.. new CreditGift(TestMarket.Account, Receiver, TestMarket.Euros(12.5m)).Postings("C-0001", "C-0002", null, TestMarket.Day, "user-1", "key-of-form").Select(_market.Post)];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Either_side_takes_the_other_with_it_and_a_retry_changes_nothing(int side)
    {
        var request = _market.Reversal(_sides[side]);

        var reversal = _market.Post(request);
        Assert.Equal(new PostingResult.AlreadyPosted(reversal), _market.Ask(request));

        Assert.Equal(_sides[side].Id, reversal.Reverses);
        var others = _sides[1 - side];
        Assert.Equal(others.AccountId, Assert.Single(_market.Store.Operations, operation => operation.Reverses == others.Id).AccountId);
        Assert.Equal(5, _market.Store.Operations.Count);
        Assert.Equal(RefusalReason.AlreadyReversed, _market.Refused(_market.Reversal(others)).Reason);
    }

    [Fact]
    public void Nothing_is_reversed_where_the_other_side_may_not_be()
    {
        _market.Store.SetAccount(Receiver, isOpen: false);

        Assert.Equal(RefusalReason.AccountClosed, _market.Refused(_market.Reversal(_sides[0])).Reason);

        Assert.Equal(3, _market.Store.Operations.Count);
    }
}
