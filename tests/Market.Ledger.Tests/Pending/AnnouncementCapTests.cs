using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Pending;

/// <summary>What may be announced: what is owed and the market's cap, all announcements of an account together.</summary>
public class AnnouncementCapTests
{
    [Theory]
    [InlineData(-30, 0, 50, 80)]
    [InlineData(-30, 20, 50, 60)]
    [InlineData(0, 0, 50, 50)]
    [InlineData(25, 0, 50, 50)]
    [InlineData(-30, 0, 0, 30)]
    [InlineData(-30, 30, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    public void No_more_than_what_is_owed_and_the_cap_is_announced(int balance, int pending, int cap, int room)
    {
        var market = Market(balance, pending);
        market.Terms = market.Terms with { AnnouncementCap = TestMarket.Euros(cap) };

        Assert.Equal(
            new Refusal(RefusalReason.AnnouncedTooMuch) { Room = TestMarket.Euros(room) },
            market.Refused(market.Announcement(room + 0.01m)));
        if (room > 0)
        {
            market.Done(market.Announcement(room));
            Assert.Equal(new Refusal(RefusalReason.AnnouncedTooMuch) { Room = TestMarket.Euros(0) }, market.Refused(market.Announcement(0.01m)));
        }
    }

    [Fact]
    public void What_was_announced_before_the_cap_was_lowered_stays_and_leaves_no_room()
    {
        var market = Market(0, 100);
        market.Terms = market.Terms with { AnnouncementCap = TestMarket.Euros(50) };

        Assert.Equal(new Refusal(RefusalReason.AnnouncedTooMuch) { Room = TestMarket.Euros(0) }, market.Refused(market.Announcement(1)));
        Assert.Equal(TestMarket.Euros(100), market.Head()!.Balances.Pending);
    }

    [Fact]
    public void The_same_announcement_again_is_the_first_one_whatever_room_there_is()
    {
        var market = Market(0, 0);
        market.Terms = market.Terms with { AnnouncementCap = TestMarket.Euros(50) };
        var announcement = market.Announcement(50);
        var first = market.Done(announcement);

        Assert.Equal(new PendingResult.AlreadyDone(first), market.Ask(announcement));
    }

    [Fact]
    public void Receiving_or_cancelling_makes_room_again_and_what_arrives_may_be_more()
    {
        var market = Market(0, 0);
        market.Terms = market.Terms with { AnnouncementCap = TestMarket.Euros(50) };
        market.Done(TestMarket.Cancellation(market.Done(market.Announcement(50))));
        market.Post(TestMarket.Receipt(market.Done(market.Announcement(50))) with { Amount = TestMarket.Euros(500) });

        market.Done(market.Announcement(50));
    }

    [Fact]
    public void What_the_market_holds_already_is_no_promise_and_no_cap_stops_it()
    {
        var market = Market(0, 0);
        market.Terms = market.Terms with { AnnouncementCap = TestMarket.Euros(50) };

        market.Done(market.Announcement(360) with { IsInHand = true });
        market.Refused(market.Announcement(1));
    }

    [Fact]
    public void Without_a_cap_anything_may_be_announced() => Market(0, 0).Done(new TestMarket().Announcement(999_999));

    private static TestMarket Market(int balance, int pending)
    {
        var market = new TestMarket();
        if (balance != 0)
        {
            market.Post(market.Of(OperationKind.Adjustment, balance));
        }

        if (pending != 0)
        {
            market.Done(market.Announcement(pending));
        }

        return market;
    }
}
