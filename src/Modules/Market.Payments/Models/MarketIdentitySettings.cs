using Market.Ledger.Postings;

namespace Market.Payments.Models;

/// <summary>How the market is named in what it gives members in writing, kept in the site's settings.</summary>
public class MarketIdentitySettings
{
    public const int MostLines = 5;

    public const int LongestLine = 100;

    /// <summary>What the market is called there; none for the site's name.</summary>
    public string? Name { get; set => field = OneLine.OrNull(value); }

    /// <summary>Its postal address, lines with a line feed between them.</summary>
    public string? Address { get; set => field = Lines(value); }

    /// <summary>Its SIRET, fourteen digits.</summary>
    public string? Siret { get; set; }

    private static string? Lines(string? text) =>
        string.Join('\n', (text ?? string.Empty).Split('\n').Select(OneLine.OrNull).OfType<string>()) is { Length: > 0 } lines ? lines : null;
}
