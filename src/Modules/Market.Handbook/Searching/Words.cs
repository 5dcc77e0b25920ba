using System.Globalization;
using System.Text;

namespace Market.Handbook.Searching;

/// <summary>Words as somebody types them: without case and accents, with ligatures as two letters.</summary>
public static class Words
{
    public static IReadOnlyList<string> Of(string text) =>
        Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(char.ToLowerInvariant(letter) switch
            {
                'œ' => "oe",
                'æ' => "ae",
                var other when char.IsLetterOrDigit(other) => other.ToString(),
                _ => " ",
            });
        }

        return folded.ToString();
    }
}
