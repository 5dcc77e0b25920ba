using System.Buffers;
using System.Globalization;
using System.Text;
using Market.Ledger.Postings;

namespace Market.Ledger.Journals;

/// <summary>
/// A text as a FEC can say it. The file is in ISO 8859-15, which lacks most letters of the world: an accent is taken off where the letter
/// with it is not there, punctuation that typesets becomes that of a typewriter, and what is left has a question mark.
/// </summary>
public static class FecText
{
    // A character, and behind it what is written in its place.
    private const string Replacements =
        "\u2018' \u2019' \u201A' \u02BC' \u2032' \u201C\" \u201D\" \u201E\" \u2010- \u2011- \u2012- \u2013- \u2014- \u2212- \u2022- \u2026... " +
        "\u0110D \u0111d \u0126H \u0127h \u0131i \u0141L \u0142l \u0166T \u0167t \u0192f \u1E9ESS";

    // What the file has, but for controls. Most texts have nothing else.
    private static readonly SearchValues<char> There =
        SearchValues.Create([.. FecWriter.Encoding.GetString([.. Enumerable.Range(0, 256).Select(code => (byte)code)]).Where(character => !char.IsControl(character))]);

    private static readonly Dictionary<char, string> Nearest = Replacements.Split(' ').ToDictionary(entry => entry[0], entry => entry[1..]);

    /// <summary>The text on one line, in the characters of the file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="otherwise">What to say where there is nothing to read: the article wants no such field empty.</param>
    public static string Of(string text, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = OneLine.Of(text).Normalize(NormalizationForm.FormC);
        if (!said.AsSpan().ContainsAnyExcept(There))
        {
            return said.Length > 0 ? said : otherwise;
        }

        var written = new StringBuilder();
        foreach (var character in said.EnumerateRunes())
        {
            written.Append(Written(character));
        }

        return OneLine.Of(written.ToString()) is { Length: > 0 } line ? line : otherwise;
    }

    private static string Written(Rune character)
    {
        var text = character.ToString();
        if (!text.AsSpan().ContainsAnyExcept(There))
        {
            return text;
        }

        if (text.Length == 1 && Nearest.TryGetValue(text[0], out var near))
        {
            return near;
        }

        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return string.Empty;
        }

        var plain = string.Concat(text.Normalize(NormalizationForm.FormKD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark));
        return plain.Length > 0 && plain != text ? string.Concat(plain.EnumerateRunes().Select(Written)) : "?";
    }
}
