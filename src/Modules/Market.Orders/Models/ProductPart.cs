using Market.Ledger.Postings;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>What a producer sells; the name is the content item's title.</summary>
public sealed class ProductPart : ContentPart
{
    /// <summary>The producer's content item.</summary>
    public string? ProducerId { get; set; }

    /// <summary>What one of it is, in words: "500 g", "bunch".</summary>
    public string? Unit { get; set => field = OneLine.OrNull(value); }

    /// <summary>The price of one unit, or of a kilogram where it is sold by weight, VAT included, in minor units of the market's currency.</summary>
    public long PriceMinorUnits { get; set; }

    /// <summary>The VAT that the price includes, in hundredths of a percent: 550 is 5.5 %.</summary>
    public int VatBasisPoints { get; set; }

    /// <summary>What the price is the price of.</summary>
    public SoldBy SoldBy { get; set; }

    /// <summary>About how many grams a piece weighs, where pieces are weighed.</summary>
    public int PieceGrams { get; set; }

    /// <summary>In steps of how many grams it is ordered, where it is ordered by weight.</summary>
    public int StepGrams { get; set; }

    /// <summary>What kind of thing it is, in words: "vegetables".</summary>
    public string? Category { get; set => field = OneLine.OrNull(value); }

    /// <summary>What is said of it in a word or two each, with commas between: "organic, raw milk".</summary>
    public string? Labels { get; set => field = OneLine.OrNull(value); }

    /// <summary>A few words about it.</summary>
    public string? Note { get; set => field = OneLine.OrNull(value); }

    /// <summary>The address of its picture among the site's own files: "/media/carrots.jpg".</summary>
    public string? Picture { get; set => field = OneLine.OrNull(value); }

    /// <summary>The first month in which there is some, 1 to 12; 0 where nothing is said.</summary>
    public int SeasonFrom { get; set; }

    /// <summary>The last month in which there is some, 1 to 12; 0 where nothing is said.</summary>
    public int SeasonTo { get; set; }

    /// <summary>How many grams one unit is, so that the price of a kilogram is shown; 0 where nothing is said.</summary>
    public int UnitGrams { get; set; }

    /// <summary>The packaging on deposit that comes with it: its content item, if there is one.</summary>
    public string? ReturnableId { get; set; }
}
