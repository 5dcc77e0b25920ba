namespace Market.Payments.Models;

/// <summary>The market's own words, kept in the site's settings: for each term of the product one that is offered, or one of its own.</summary>
public class WordsSettings
{
    public WordChoice Person { get; set; } = new();

    public WordChoice Distribution { get; set; } = new();

    public WordChoice Basket { get; set; } = new();

    public WordChoice Producer { get; set; } = new();

    public WordChoice Market { get; set; } = new();
}
