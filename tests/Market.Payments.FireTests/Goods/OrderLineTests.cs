using System.Text.Json;
using Market.Ledger.Amounts;
using Market.Orders.Corrections;
using Market.Orders.Models;

namespace Market.Payments.FireTests.Goods;

/// <summary>What a line of an order costs, whatever came of it. Pure.</summary>
public sealed class OrderLineTests
{
    private static readonly OrderLine Egg = new("egg", "farm", "Egg", "piece", 40, 550, 6);

    private static readonly OrderLine Hen = new("hen", "farm", "Hen", "piece", 1200, 550, 2) { SoldBy = SoldBy.WeighedPiece, PieceGrams = 1500 };

    private static readonly OrderLine Cheese = new("cheese", "farm", "Cheese", "kg", 1290, 550, 359) { SoldBy = SoldBy.Weight, StepGrams = 1 };

    [Fact]
    public void A_line_of_before_is_read_as_it_was()
    {
        var line = JsonSerializer.Deserialize<OrderLine>("""{"ProductId":"egg","ProducerId":"farm","Name":"Egg","Unit":"piece","UnitPriceMinorUnits":40,"VatBasisPoints":550,"Quantity":6,"CorrectedMinorUnits":200}""");

        Assert.Equal(Egg with { CorrectedMinorUnits = 200 }, line);
        Assert.Equal((200L, 240L, false, true), (line!.Cost(), line.Agreed(), line.IsEstimated, line.IsCorrected));
    }

    [Fact]
    public void A_line_is_kept_with_all_that_became_of_it_and_nothing_that_is_derived()
    {
        var line = Hen.With(new LineCorrection { Came = 1, Grams = 1600, Price = Euro(1000) });
        var json = JsonSerializer.Serialize(line);

        Assert.Equal(line, JsonSerializer.Deserialize<OrderLine>(json));
        Assert.DoesNotContain("Is", JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.Name[..2]));
    }

    [Fact]
    public void What_is_sold_by_weight_costs_an_estimate_until_it_is_weighed()
    {
        Assert.Equal((3600L, true), (Hen.Cost(), Hen.IsEstimated));
        Assert.Equal((463L, true), (Cheese.Cost(), Cheese.IsEstimated));
        var weighed = Hen.With(new LineCorrection { Grams = 2842 });
        Assert.Equal((3410L, 3600L, false), (weighed.Cost(), weighed.Agreed(), weighed.IsEstimated));
    }

    [Fact]
    public void Fewer_that_came_are_estimated_anew_and_none_costs_nothing()
    {
        var weighed = Hen.With(new LineCorrection { Grams = 2842 });
        Assert.Equal(1800, weighed.With(new LineCorrection { Came = 1 }).Cost());
        var none = weighed.With(new LineCorrection { Came = 0 });
        Assert.Equal((0L, false), (none.Cost(), none.IsEstimated));
        Assert.Equal(Hen, none.With(new LineCorrection { Came = 2 }));
        Assert.Equal(0, Cheese.With(new LineCorrection { Grams = 0 }).Cost());
        Assert.Equal(160, Egg.With(new LineCorrection { Came = 4 }).Cost());
    }

    [Fact]
    public void A_new_price_holds_for_what_is_weighed_later_and_for_another_quantity()
    {
        var cheaper = Hen.With(new LineCorrection { Price = Euro(1000) });
        Assert.Equal((3000L, 3600L), (cheaper.Cost(), cheaper.Agreed()));
        Assert.Equal(2842, cheaper.With(new LineCorrection { Grams = 2842 }).Cost());
        Assert.Equal(4500, cheaper.Of(3).Cost());
        Assert.Equal(Hen, cheaper.With(new LineCorrection { Price = Euro(1200) }));
    }

    [Fact]
    public void A_cost_that_somebody_says_holds_until_something_else_is_said()
    {
        var gift = Egg.With(new LineCorrection { Came = 5, Cost = Euro(0) });
        Assert.Equal(0, gift.Cost());
        Assert.Equal(160, gift.With(new LineCorrection { Came = 4 }).Cost());
        Assert.Equal(Egg, Egg.With(new LineCorrection { Cost = Euro(240) }));
    }

    [Fact]
    public void A_correction_that_is_asked_for_again_changes_nothing()
    {
        foreach (var line in new[] { Egg, Hen, Cheese })
        {
            foreach (var correction in new[] { new LineCorrection { Came = 1 }, new() { Grams = 700 }, new() { Price = Euro(33) }, new() { Cost = Euro(5) }, new() { Came = 1, Grams = 3, Price = Euro(7), Cost = Euro(9) } })
            {
                var once = line.With(correction);
                Assert.Equal(once, once.With(correction));
            }
        }
    }

    private static Money Euro(long minorUnits) => new(minorUnits, Currency.Euro);
}
