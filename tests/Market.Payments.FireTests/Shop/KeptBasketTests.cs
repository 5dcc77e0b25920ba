using Market.Orders.Models;
using Market.Orders.Shop;

namespace Market.Payments.FireTests.Shop;

/// <summary>Whose a kept basket is, and what it asks for.</summary>
public sealed class KeptBasketTests
{
    private static readonly Order Placed = new()
    {
        OrderId = "order",
        Revision = 2,
        Lines = [new OrderLine("bread", "baker", "Bread", "800 g", 480, 550, 2)],
    };

    [Fact]
    public void It_holds_what_is_a_quantity_and_nothing_else()
    {
        var kept = KeptBasket.Of("anna", "", 7, new Dictionary<string, int> { ["bread"] = 3, ["eggs"] = 0, ["milk"] = -1, [new string('x', 27)] = 1, [""] = 1 });

        Assert.Equal(new Dictionary<string, int> { ["bread"] = 3 }, kept.Quantities);
        Assert.Equal((null, 0), (kept.OrderId, kept.Revision));
    }

    [Fact]
    public void It_has_an_end() => Assert.Equal(
        KeptBasket.MostProducts,
        KeptBasket.Of(null, null, 0, Enumerable.Range(0, 1_000).ToDictionary(number => $"{number}", _ => 1)).Quantities.Count);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "anna", true)]
    [InlineData("anna", "anna", true)]
    [InlineData("anna", "berta", false)]
    [InlineData("anna", null, false)]
    public void A_members_is_nobody_elses(string? filledBy, string? looksAt, bool sees) =>
        Assert.Equal(sees, KeptBasket.Of(filledBy, null, 0, new Dictionary<string, int>()).IsOf(looksAt));

    [Fact]
    public void A_visitors_is_added_to_the_order_that_they_turn_out_to_have()
    {
        var kept = KeptBasket.Of(null, null, 0, new Dictionary<string, int> { ["bread"] = 1, ["eggs"] = 6 });

        Assert.True(kept.IsAddedTo(Placed));
        Assert.Equal(new Dictionary<string, int> { ["bread"] = 3, ["eggs"] = 6 }, kept.For(Placed));
        Assert.Equal(kept.Quantities, kept.For(null));
    }

    [Theory]
    [InlineData("order", 2, true)]
    [InlineData("order", 1, false)]
    [InlineData("other", 2, false)]
    public void A_change_is_of_one_state_of_an_order(string order, int revision, bool holds)
    {
        var kept = KeptBasket.Of("anna", order, revision, new Dictionary<string, int> { ["bread"] = 1 });

        Assert.Equal(holds ? 1 : null, kept.For(Placed)?["bread"]);
        Assert.Null(kept.For(null));
    }
}
