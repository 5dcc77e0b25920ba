namespace Market.Ledger.Postings;

/// <summary>
/// Brings free text to one line: memos, reasons, details and names are lines of statements and records of files, where a break that
/// somebody pasted would begin another.
/// </summary>
public static class OneLine
{
    /// <summary>The text with one space for every run of spaces, tabs, line breaks and other controls, and none around it.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', string.Concat(text.Select(Visible)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The same; nothing where there is nothing to read.</summary>
    public static string? OrNull(string? text) => Of(text ?? string.Empty) is { Length: > 0 } line ? line : null;

    private static char Visible(char character) =>
        char.IsControl(character) || char.IsWhiteSpace(character) || character is '\u2028' or '\u2029' ? ' ' : character;
}
