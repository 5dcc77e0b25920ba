using Market.Ledger.Postings;

namespace Market.Ledger.Journals;

/// <summary>Text as it stands in a file of records.</summary>
internal static class JournalClean
{
    /// <summary>The text on one line, with a space for each of these characters.</summary>
    public static string Without(string text, string characters) =>
        OneLine.Of(string.Concat(text.Select(character => characters.Contains(character, StringComparison.Ordinal) ? ' ' : character)));
}
