using System.Globalization;
using System.Text;

namespace Market.Payments;

/// <summary>
/// One way to compare names, for a search and for an order: without case, accents and the forms that a letter has, so that it is the same
/// on every database and whichever version of Unicode's tables a machine has. What is stored of it is made again by a migration whenever
/// this changes.
/// </summary>
public static class NameText
{
    /// <summary>The length of the longest folded text.</summary>
    public const int MaxLength = 400;

    /// <summary>The length of the longest <see cref="SortKey"/>.</summary>
    public const int MaxSortKeyLength = 2 * (MaxKeyBytes + 1 + MaxKeyBytes);

    private const int MaxKeyBytes = 120;

    // The letters that Unicode does not take apart, as French, German and the languages of the North write them without.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['œ'] = "oe",
        ['æ'] = "ae",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ς'] = "σ",
    };

    /// <summary>
    /// A text as it is searched: <i>L’Œuvre Saint-Jean</i> is <c>loeuvresaintjean</c>. Apostrophes, hyphens and spaces are left out, for
    /// people write them in many ways or not at all; every other character stays.
    /// </summary>
    public static string Fold(string? text)
    {
        var folded = Plain(text, gap: string.Empty);
        return folded.Length > MaxLength ? folded[..MaxLength] : folded;
    }

    /// <summary>
    /// Texts that are searched together. None is found across their borders, and the last one gives way where all are too long.
    /// </summary>
    public static string FoldAll(params ReadOnlySpan<string?> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts)
        {
            all.Append(all.Length == 0 ? string.Empty : " ").Append(Fold(text));
        }

        return all.Length > MaxLength ? all.ToString(0, MaxLength) : all.ToString();
    }

    /// <summary>A pattern for LIKE with <c>!</c> as its escape: what is searched stands anywhere, and each of its characters for itself.</summary>
    public static string Pattern(string? searched) => "%" + Fold(searched)
        .Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal) + "%";

    /// <summary>
    /// What a name is sorted by, word by word: <i>Le Bris</i> before <i>Leblanc</i>, <i>Élan</i> beside <i>Elan</i>, <i>Œuf</i> as
    /// <i>Oeuf</i>. It has digits of base sixteen only, whose order every database agrees on.
    /// </summary>
    public static string SortKey(string? name)
    {
        var words = string.Join(' ', Plain(name, gap: " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // Names that are alike but for what was folded have an order all the same.
        return Hex(words) + "00" + Hex(Whole(name));
    }

    private static string Plain(string? text, string gap)
    {
        var plain = new StringBuilder();
        foreach (var character in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            var lower = char.ToLowerInvariant(character);
            plain.Append(Letters.TryGetValue(lower, out var letters) ? letters
                : IsApostrophe(lower) ? string.Empty
                : CharUnicodeInfo.GetUnicodeCategory(lower) switch
                {
                    UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => string.Empty,
                    UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Control or UnicodeCategory.DashPunctuation => gap,
                    _ => lower == '\u2212' ? gap : lower.ToString(),
                });
        }

        return plain.ToString();
    }

    private static bool IsApostrophe(char character) =>
        character is '\'' or '`' or '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u2035' or '\u02B9' or '\u02BB' or '\u02BC' or '\u02BD' or '\u02C8' or '\u02CA' or '\u02CB';

    // Half of a character cannot be normalised.
    private static string Whole(string? text) => string.Concat((text ?? string.Empty).EnumerateRunes());

    private static string Hex(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(bytes, 0, Math.Min(bytes.Length, MaxKeyBytes));
    }
}
