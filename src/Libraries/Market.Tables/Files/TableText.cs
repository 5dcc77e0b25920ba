using System.Text;

namespace Market.Tables.Files;

/// <summary>The characters of a file, whatever mark stands before them.</summary>
internal sealed class TableText(Stream content)
{
    private static readonly byte[][] _marks = [[0xEF, 0xBB, 0xBF], [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB]];

    // A workbook of today (a zip), one of yesterday, a PDF, gzip.
    private static readonly byte[][] _otherFiles = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46], [0x1F, 0x8B]];

    private static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public TableCharset Charset { get; } = CharsetGuess.Of(content);

    public static bool IsText(Stream content)
    {
        var head = Head(content, 4);
        return head.Length > 0 && !_otherFiles.Any(start => head.AsSpan().StartsWith(start));
    }

    public static byte[] Head(Stream content, int length)
    {
        var head = new byte[length];
        content.Position = 0;
        var read = content.ReadAtLeast(head, length, throwOnEndOfStream: false);
        return head[..read];
    }

    /// <summary>How many bytes of a mark come before the text. Also a mark that was itself taken for text, and one without its last byte: both occur.</summary>
    public static int MarkLength(ReadOnlySpan<byte> head)
    {
        foreach (var mark in _marks)
        {
            if (head.StartsWith(mark))
            {
                return mark.Length;
            }
        }

        return 0;
    }

    /// <summary>The rows in which something stands; the last one may be where the file breaks.</summary>
    public IEnumerable<TableRow> Rows(char separator, TableCharset charset)
    {
        content.Position = MarkLength(Head(content, 6));
        using var reader = new StreamReader(content, EncodingOf(charset), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var rows = new RowReader(reader, separator);
        for (var row = rows.Next(); row is not null; row = row.Fault is null ? rows.Next() : null)
        {
            if (row.Fault is not null || row.Cells.Any(cell => cell.Length > 0))
            {
                yield return row;
            }
        }
    }

    private static Encoding EncodingOf(TableCharset charset) => charset switch
    {
        TableCharset.Utf16 => Encoding.Unicode,
        TableCharset.Utf16BigEndian => Encoding.BigEndianUnicode,
        TableCharset.Windows1252 => _windows1252,
        _ => Encoding.UTF8,
    };
}
