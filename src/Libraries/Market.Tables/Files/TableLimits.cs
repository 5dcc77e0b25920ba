namespace Market.Tables.Files;

/// <summary>How large a table may be: what is larger is no table that a person saved.</summary>
public static class TableLimits
{
    /// <summary>How many characters a row may have.</summary>
    public const int RowLength = 1 << 16;

    /// <summary>How many cells a row may have.</summary>
    public const int Columns = 500;

    /// <summary>How many rows a table may have.</summary>
    public const int Rows = 1_000_000;
}
