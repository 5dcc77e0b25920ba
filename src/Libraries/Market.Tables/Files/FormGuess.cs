using Market.Tables.Cells;

namespace Market.Tables.Files;

/// <summary>Guesses how a file is to be read, from its first rows.</summary>
internal static class FormGuess
{
    private const int SampleRows = 100;

    public static TableForm Of(TableText text)
    {
        var form = new TableForm(Declared(text) ?? Separator(text), text.Charset, 0);
        return form with { HeaderLine = HeaderLine(Sample(text, form)) };
    }

    public static IReadOnlyList<TableRow> Sample(TableText text, TableForm form) =>
        [.. text.Rows(form.Separator, form.Charset).TakeWhile(row => row.Fault is null).Take(SampleRows)];

    /// <summary>Spreadsheets say their separator in a line above all others: <c>sep=;</c>.</summary>
    private static char? Declared(TableText text) =>
        text.Rows('\0', text.Charset).FirstOrDefault() is { Cells: [{ Length: 5 } line] } && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? line[4] : null;

    /// <summary>The one by which most rows have as many cells as most others, and of several the one by which they have more.</summary>
    private static char Separator(TableText text) => TableForm.Separators
        .Select(separator => (Separator: separator, Widths: Sample(text, new TableForm(separator, text.Charset, 0)).CountBy(row => row.Cells.Count).Where(width => width.Key > 1).ToList()))
        .Where(candidate => candidate.Widths.Count > 0)
        .Select(candidate => (candidate.Separator, Usual: candidate.Widths.MaxBy(width => (width.Value, width.Key))))
        .OrderByDescending(candidate => candidate.Usual.Value)
        .ThenByDescending(candidate => candidate.Usual.Key)
        .Select(candidate => candidate.Separator)
        .FirstOrDefault(TableForm.Separators[0]);

    /// <summary>The first of the fullest rows that hold words only: banks write whose account it is above it, and what it holds.</summary>
    private static int HeaderLine(IReadOnlyList<TableRow> rows) => rows
        .Where(row => row.Cells.All(IsName))
        .GroupBy(row => row.Cells.Count(cell => cell.Length > 0))
        .MaxBy(rows => rows.Key)?
        .First().Line ?? 0;

    private static bool IsName(string cell) => !cell.Contains('@', StringComparison.Ordinal)
        && !Enum.GetValues<DecimalMark>().Any(mark => AmountText.Read(cell, mark) is not null)
        && !Enum.GetValues<DayOrder>().Any(order => DayText.Read(cell, order) is not null);
}
