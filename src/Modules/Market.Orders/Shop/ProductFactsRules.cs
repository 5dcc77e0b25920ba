using Market.Ledger.Weights;
using Market.Orders.Models;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Shop;

/// <summary>What may be said of a product, whoever writes it: its editor, a recipe, the API, a workflow.</summary>
public sealed class ProductFactsRules(IStringLocalizer<ProductFactsRules> S)
{
    /// <summary>The longest category.</summary>
    public const int MaxCategory = 60;

    /// <summary>The longest labels, all together.</summary>
    public const int MaxLabels = 120;

    /// <summary>The longest note.</summary>
    public const int MaxNote = 500;

    /// <summary>What is wrong: the property of the part, and a sentence. One a property.</summary>
    public IReadOnlyDictionary<string, string> Judge(ProductPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        Length(nameof(part.Category), part.Category, MaxCategory);
        Length(nameof(part.Labels), part.Labels, MaxLabels);
        Length(nameof(part.Note), part.Note, MaxNote);
        if (part.Picture is { Length: > 0 } && PictureAddress.FromRoot(part.Picture) is null)
        {
            wrong[nameof(part.Picture)] = S["The address of a picture of this site, like /media/carrots.jpg; not of another site."];
        }

        if ((part.SeasonFrom != 0 || part.SeasonTo != 0) && Season.Of(part.SeasonFrom, part.SeasonTo) is null)
        {
            wrong[nameof(part.SeasonTo)] = S["Choose the first and the last month of the season, or neither."];
        }

        if (part.UnitGrams is < 0 or > ScaleReader.MaxGrams)
        {
            wrong[nameof(part.UnitGrams)] = S["Say in grams what one unit weighs, or nothing."];
        }

        return wrong;

        void Length(string property, string? text, int most)
        {
            if (text?.Length > most)
            {
                wrong[property] = S["At most {0} characters.", most];
            }
        }
    }
}
