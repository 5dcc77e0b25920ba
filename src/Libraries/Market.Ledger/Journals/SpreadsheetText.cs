using Market.Ledger.Postings;

namespace Market.Ledger.Journals;

/// <summary>Free text in a file that a spreadsheet opens: on one line, and never run as a formula. Amounts, days and ids need none of it.</summary>
public static class SpreadsheetText
{
    /// <summary>The text on one line, behind an apostrophe where a spreadsheet would take it for a formula.</summary>
    /// <param name="text">The text; nothing for none.</param>
    public static string Of(string? text)
    {
        var line = OneLine.Of(text ?? string.Empty);
        return line.Length > 0 && line[0] is '=' or '+' or '-' or '@' ? "'" + line : line;
    }
}
