using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Shop;

namespace Market.Payments.FireTests.Shop;

/// <summary>The same again: as much of it as is on sale, and what is not by its name.</summary>
public sealed class SameAgainTests
{
    private static readonly Order Last = new()
    {
        Lines =
        [
            new OrderLine("bread", "baker", "Bread", "800 g", 480, 550, 2),
            new OrderLine("eggs", "farm", "Eggs", "6", 240, 550, 5),
            new OrderLine("pie", "baker", "Pie", "piece", 900, 550, 1),
            new OrderLine("cheese", "goat", "Cheese", "cut", 2_880, 550, 350) { SoldBy = SoldBy.Weight, StepGrams = 50 },
        ],
    };

    [Fact]
    public void What_is_sold_is_in_the_basket_and_what_is_not_is_named()
    {
        var again = SameAgain.Of(
            Last,
            [
                Offered("bread", "Bread"),
                Offered("eggs", "Eggs") with { Left = 3 },
                Offered("pie", "Pie") with { Withdrawn = true },
                Offered("cheese", "Cheese", SoldBy.Weight, 100),
            ],
            "anna");

        Assert.Equal(new Dictionary<string, int> { ["bread"] = 2, ["eggs"] = 3, ["cheese"] = 300 }, again.Basket.Quantities);
        Assert.Equal(["Pie"], again.Gone);
        Assert.Equal(["Eggs", "Cheese"], again.Less);
        Assert.True(again.Basket.IsOf("anna"));
        Assert.False(again.Basket.IsOf(null));
    }

    [Fact]
    public void What_is_sold_out_or_sold_otherwise_now_is_gone()
    {
        var again = SameAgain.Of(Last, [Offered("bread", "Bread") with { Left = 0 }, Offered("cheese", "Cheese")], "anna");

        Assert.Empty(again.Basket.Quantities);
        Assert.Equal(["Bread", "Eggs", "Pie", "Cheese"], again.Gone);
    }

    private static Offer Offered(string id, string name, SoldBy soldBy = SoldBy.Unit, int step = 0) =>
        new(new OrderLine(id, "someone", name, "unit", 100, 550, 0) { SoldBy = soldBy, StepGrams = step }, Withdrawn: false);
}
