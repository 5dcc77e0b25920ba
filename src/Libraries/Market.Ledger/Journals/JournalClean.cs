namespace Market.Ledger.Journals;

internal static class JournalClean
{
    /// <summary>The text on one line: every run of spaces, tabs, line breaks and other controls becomes one space.</summary>
    public static string OneLine(string text) => string.Join(' ', Visible(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text on one line, with a space for each of these characters.</summary>
    public static string Without(string text, string characters) =>
        OneLine(string.Concat(text.Select(character => characters.Contains(character, StringComparison.Ordinal) ? ' ' : character)));

    private static string Visible(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' || char.IsWhiteSpace(character) ? ' ' : character));
}
