using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Shop;
using Market.Orders.ViewModels;

namespace Market.Payments.FireTests.Shop;

/// <summary>How the order page shows what is on sale.</summary>
public sealed class ShelvesTests
{
    private static readonly Producer Oak = new("oak", "Ferme des Chênes", "Saint-Aubin", "");
    private static readonly Producer Goat = new("goat", "Chèvrerie", "Le Vallon", "");

    private static readonly OrderSheetGroup[] Groups =
    [
        new("Ferme des Chênes", "Saint-Aubin", [Line("Poireaux", Oak, "Légumes"), Line("Bouquet", Oak, "")]),
        new("Chèvrerie", "Le Vallon", [Line("Crottin", Goat, "Fromages", "bio, lait cru"), Line("Carottes", Goat, "LEGUMES")]),
        new("No longer on sale", "", [Line("Vieux pain", null, "Pains")]),
    ];

    [Fact]
    public void By_category_each_is_once_whatever_way_it_is_written_and_the_rest_comes_last()
    {
        var shelves = Shelves.ByCategory(Groups, "Others");

        Assert.Equal(
            ["Fromages: Crottin", "Légumes: Carottes, Poireaux", "Others: Bouquet", "No longer on sale: Vieux pain"],
            shelves.Select(shelf => $"{shelf.Title}: {string.Join(", ", shelf.Lines.Select(line => line.Name))}"));
    }

    [Theory]
    [InlineData("crottin", true)]
    [InlineData("  LAIT  crottin ", true)]
    [InlineData("chevrerie bio", true)]
    [InlineData("vallon", true)]
    [InlineData("poireau", false)]
    [InlineData("crottin poireau", false)]
    [InlineData("%", false)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void A_product_is_found_by_all_the_words_that_are_said_of_it(string? searched, bool fits) =>
        Assert.Equal(fits, Shelves.Fits(Groups[1].Lines[0], searched));

    private static OrderSheetLine Line(string name, Producer? maker, string category, string? labels = null) =>
        new(name, name, "piece", SoldBy.Unit, 0, 1, new Money(100, Currency.FromCode("EUR")), "0", null, 999)
        {
            Maker = maker,
            Facts = ProductFacts.Of(new ProductPart { Category = category, Labels = labels }),
        };
}
