using System.Globalization;
using System.Text;

namespace Market.Payments.Accounts;

/// <summary>Folds text so that a search finds "Hélène" by "helene" on every database.</summary>
public static class SearchText
{
    public const int MaxLength = 400;

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.Length > MaxLength ? folded.ToString(0, MaxLength) : folded.ToString();
    }
}
