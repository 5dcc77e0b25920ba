namespace Market.Payments.Models;

/// <summary>What one term of the product is called.</summary>
public class WordChoice
{
    /// <summary>The <see cref="Choice"/> of a market that gives words of its own.</summary>
    public const string OfItsOwn = "own";

    /// <summary>The name of a word that is offered, <see cref="OfItsOwn"/>, or empty for the product's own words.</summary>
    public string Choice { get; set; } = string.Empty;

    public string English { get; set; } = string.Empty;

    public string EnglishPlural { get; set; } = string.Empty;

    public string French { get; set; } = string.Empty;

    public string FrenchPlural { get; set; } = string.Empty;

    /// <summary>Whether the French word is feminine; asked only where the product's sentences bear either.</summary>
    public bool Feminine { get; set; }
}
