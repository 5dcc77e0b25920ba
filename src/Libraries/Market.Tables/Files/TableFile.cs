namespace Market.Tables.Files;

/// <summary>Opens a file as a table.</summary>
public static class TableFile
{
    /// <summary>Opens a file, and guesses how it is to be read unless that is said.</summary>
    /// <param name="content">The file, in which one can go back; it is read from its start, is left open, and must stay so while rows are read.</param>
    /// <param name="form">How it is to be read, where somebody has said it.</param>
    /// <returns>The table; one that has a fault and no rows, where the file is none.</returns>
    public static Table Open(Stream content, TableForm? form = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!TableText.IsText(content))
        {
            return new Table(new TableFault(content.Length == 0 ? TableFaultReason.Empty : TableFaultReason.NotText));
        }

        var text = new TableText(content);
        form ??= FormGuess.Of(text);
        var rows = text.Rows(form.Separator, form.Charset);
        var first = rows.FirstOrDefault();
        var header = form.HeaderLine == 0 ? first : rows.TakeWhile(row => row.Line <= form.HeaderLine).LastOrDefault();
        var fault = first is null ? new TableFault(TableFaultReason.Empty)
            : header is null || (form.HeaderLine != 0 && header.Line != form.HeaderLine) ? header?.Fault ?? new TableFault(TableFaultReason.NoHeader, form.HeaderLine)
            : header.Fault;
        IReadOnlyList<string> columns = fault is not null ? []
            : form.HeaderLine == 0 ? [.. Enumerable.Repeat(string.Empty, FormGuess.Sample(text, form).Max(row => row.Cells.Count))]
            : header!.Cells;
        return new Table(text, form, columns, fault);
    }
}
