namespace Market.Tables.Files;

/// <summary>How a file is to be read as a table.</summary>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="Charset">How its bytes are characters.</param>
/// <param name="HeaderLine">The line of the columns' names, from 1; what stands above it is no row. Zero where the file names no columns.</param>
public sealed record TableForm(char Separator, TableCharset Charset, int HeaderLine)
{
    /// <summary>What may stand between two cells, the most usual first where a table is said in French.</summary>
    public static IReadOnlyList<char> Separators { get; } = [';', '\t', ',', '|'];
}

/// <summary>How the bytes of a file are characters.</summary>
public enum TableCharset
{
    /// <summary>UTF-8, with or without a mark.</summary>
    Utf8,

    /// <summary>UTF-16, the low byte first.</summary>
    Utf16,

    /// <summary>UTF-16, the high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows' Western European charset.</summary>
    Windows1252,
}
