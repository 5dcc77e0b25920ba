using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Ordering;

namespace Market.Payments.FireTests.Goods;

/// <summary>What an order may hold of what a distribution has on sale.</summary>
public sealed class OfferTests
{
    private static readonly Product Box = new("box", "Box", "piece", "farm", 1_300, 550);
    private static readonly Product Eggs = new("eggs", "Eggs", "six", "farm", 310, 550);

    [Fact]
    public void Without_a_list_all_is_sold_at_its_own_price_without_limits()
    {
        var offers = Offer.For([Box, Eggs], [], order: null);
        Assert.Equal([(1_300L, Basket.MaxQuantity), (310L, Basket.MaxQuantity)], offers.Select(offer => (offer.Line.Price, offer.Most)));
        Assert.All(offers, offer => Assert.Null(offer.Left));
    }

    [Fact]
    public void A_list_says_what_is_sold_at_which_price_and_what_is_left()
    {
        var offer = Assert.Single(Offer.For([Box, Eggs], [new SaleItem { ProductId = "box", PriceMinorUnits = 1_190, Stock = 50, Taken = 47 }], order: null));
        Assert.Equal((1_190L, 3, 3), (offer.Line.Price, offer.Left!.Value, offer.Most));
    }

    [Fact]
    public void What_an_order_holds_it_may_keep_at_the_price_that_was_agreed()
    {
        var order = new Order { Lines = [new OrderLine("box", "farm", "Box", "piece", 1_300, 550, 2), new OrderLine("eggs", "farm", "Eggs", "six", 310, 550, 4)] };
        var offers = Offer.For([Box, Eggs], [new SaleItem { ProductId = "box", PriceMinorUnits = 1_190, Stock = 5, Taken = 5 }], order);
        Assert.Equal([("box", 1_300L, 2, false), ("eggs", 310L, 4, true)], offers.Select(offer => (offer.Line.ProductId, offer.Line.Price, offer.Most, offer.Withdrawn)));
    }

    // What is wanted, what the order holds, the stock, what is taken of it, the limit of an account; and what the order may hold at most, where that is less.
    [Theory]
    [InlineData(3, 0, 50, 47, null, null, false)]
    [InlineData(4, 0, 50, 47, null, 3, false)]
    [InlineData(1, 0, 50, 52, null, 0, false)]
    [InlineData(5, 2, 50, 47, null, null, false)]
    [InlineData(6, 2, 50, 47, null, 5, false)]
    [InlineData(3, 0, 50, 0, 2, 2, true)]
    [InlineData(3, 3, 50, 50, 2, null, false)]
    [InlineData(4, 0, 50, 49, 2, 1, false)]
    [InlineData(3, 0, null, 0, 2, 2, true)]
    public void A_member_is_told_what_is_short(int wanted, int held, int? stock, int taken, int? perAccount, int? most, bool isPerAccount)
    {
        var order = held == 0 ? null : new Order { Lines = [new OrderLine("box", "farm", "Box", "piece", 1_300, 550, held)] };
        var offers = Offer.For([Box, Eggs], [new SaleItem { ProductId = "box", Stock = stock, Taken = taken, PerAccount = perAccount }, new SaleItem { ProductId = "eggs" }], order);
        var quantities = new Dictionary<string, int> { ["box"] = wanted, ["eggs"] = 1 };

        var bound = Basket.Fill(offers, quantities, Currency.Euro);
        var free = Basket.Fill(offers, quantities, Currency.Euro, isBound: false);

        Assert.Equal(most is null ? null : BasketFault.TooFew, bound.Fault);
        Assert.Equal((most, isPerAccount), bound.Shortages is [var shortage] ? (shortage.Most, shortage.IsPerAccount) : (null, false));
        Assert.Null(free.Fault);
        Assert.Equal(2, free.Lines.Count);
        Assert.Equal(bound.Shortages, free.Shortages);
    }
}
