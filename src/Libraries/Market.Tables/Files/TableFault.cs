namespace Market.Tables.Files;

/// <summary>How a file is no table.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Line">The line it breaks in, from 1; zero where it is the file as a whole.</param>
public sealed record TableFault(TableFaultReason Reason, int Line = 0);

/// <summary>What is wrong with a file.</summary>
public enum TableFaultReason
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is no text: a workbook, a picture, an archive.</summary>
    NotText,

    /// <summary>It has no such line to be the header.</summary>
    NoHeader,

    /// <summary>A quotation mark opens a cell and is never closed.</summary>
    QuoteNotClosed,

    /// <summary>A row is longer than <see cref="TableLimits.RowLength"/>.</summary>
    RowTooLong,

    /// <summary>A row has more cells than <see cref="TableLimits.Columns"/>.</summary>
    TooManyColumns,

    /// <summary>There are more rows than <see cref="TableLimits.Rows"/>.</summary>
    TooManyRows,
}
