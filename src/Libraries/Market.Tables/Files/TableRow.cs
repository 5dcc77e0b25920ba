namespace Market.Tables.Files;

/// <summary>A row of a table, or where the file breaks: that is the last one, it has no cells, and then nothing of the file is to be used.</summary>
/// <param name="Line">The line of the file it begins in, from 1.</param>
/// <param name="Cells">Its cells, without white space around them. They may be fewer or more than the columns.</param>
/// <param name="Fault">How the file breaks here; none where it does not.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells, TableFault? Fault = null)
{
    /// <summary>The cell of a column; empty where the row ends before it.</summary>
    /// <param name="column">The column, from zero.</param>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : string.Empty;
}
