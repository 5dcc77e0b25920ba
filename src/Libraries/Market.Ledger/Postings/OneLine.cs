using System.Text;

namespace Market.Ledger.Postings;

/// <summary>
/// Brings free text to one line of whole characters: memos, reasons, details and names are lines of statements and records of files, where
/// a break that somebody pasted would begin another, and half of a character that somebody cut is no text at all.
/// </summary>
public static class OneLine
{
    private static readonly Rune Space = new(' ');

    /// <summary>
    /// The text with one space for every run of spaces, tabs, line breaks and other controls, and none around it. Half of a character
    /// becomes U+FFFD, as Unicode has it.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsOneLine(text) ? text : string.Join(' ', string.Concat(text.EnumerateRunes().Select(Visible)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The same; nothing where there is nothing to read.</summary>
    public static string? OrNull(string? text) => Of(text ?? string.Empty) is { Length: > 0 } line ? line : null;

    // Most text is: its blanks single and inside, and no character in two halves, of which one may be missing.
    private static bool IsOneLine(string text)
    {
        var before = ' ';
        foreach (var character in text)
        {
            if (character is ' ' ? before is ' ' : char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character))
            {
                return false;
            }

            before = character;
        }

        return before is not ' ' || text.Length == 0;
    }

    private static Rune Visible(Rune character) => Rune.IsControl(character) || Rune.IsWhiteSpace(character) ? Space : character;
}
