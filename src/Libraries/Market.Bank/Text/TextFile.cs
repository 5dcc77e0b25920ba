using System.Text;

namespace Market.Bank.Text;

/// <summary>Opens files of text as they are, whatever their header says of it: banks' headers lie.</summary>
internal static class TextFile
{
    /// <summary>Opens a file from where it stands, behind its byte-order mark, be it whole, broken or itself taken for text.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static StreamReader Open(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var text = new StreamReader(content, EncodingOf(content), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        while (text.Peek() is '\ufeff' or 'ï' or '»' or '¿' or '\0')
        {
            text.Read();
        }

        return text;
    }

    /// <summary>Whether a character is a mark of machines between or behind what is said.</summary>
    public static bool IsMark(int character) => character is '\0' or '\u0001' or '\u0003' or '\u001a' or '\ufeff';

    // UTF-16 may have lost its mark: of two bytes one is then zero.
    private static Encoding EncodingOf(Stream content)
    {
        var start = content.Position;
        Span<byte> head = stackalloc byte[2];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = start;
        return head[..length] switch
        {
            [not 0, 0] => Encoding.Unicode,
            [0, not 0] => Encoding.BigEndianUnicode,
            _ => BankEncoding.Instance,
        };
    }
}
