using System.Text.RegularExpressions;
using Market.Payments.Models;

namespace Market.Payments.Words;

/// <summary>Which words a market may choose.</summary>
public static partial class WordRules
{
    public const int LongestWord = 30;

    /// <summary>The word that settings choose for a term; none for the product's own.</summary>
    public static OfferedWord? WordIn(this Term term, WordsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(settings);
        var choice = term.Choice(settings);
        if (choice.Choice != WordChoice.OfItsOwn)
        {
            return term.Offered.FirstOrDefault(offered => offered.Name == choice.Choice);
        }

        // The sentences agree with the gender of the word that stands in them.
        var feminine = term.EitherGender ? choice.Feminine : term.French[0].Feminine;
        return new[] { choice.English, choice.EnglishPlural, choice.French, choice.FrenchPlural }.All(IsAllowed)
            ? new OfferedWord(WordChoice.OfItsOwn, new Noun(choice.English, choice.EnglishPlural), new Noun(choice.French, choice.FrenchPlural, feminine))
            : null;
    }

    /// <summary>Whether a word is of letters, spaces and hyphens: then it can stand in a page, a mail or a file as it is.</summary>
    public static bool IsAllowed(string? word) => word is { Length: <= LongestWord } && Allowed().IsMatch(word);

    [GeneratedRegex(@"^\p{L}+(?:[ -]\p{L}+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
