using System.Text;

namespace Market.Bank.Text;

/// <summary>Opens files of text as they are, whatever their header says of it: banks' headers lie.</summary>
internal static class TextFile
{
    private const int Sample = 1 << 16;

    /// <summary>Opens a file, from where it stands.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static StreamReader Open(Stream content)
    {
        var start = content.Position;
        var head = new byte[Sample];
        var length = content.ReadAtLeast(head, Sample, throwOnEndOfStream: false);
        content.Position = start;
        return new StreamReader(content, EncodingOf(head.AsSpan(0, length), length == Sample), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> head, bool isCut)
    {
        // A mark that was itself taken for text and written again: ï»¿ in UTF-8, or a mark without its last byte.
        var text = head.StartsWith("\u00c3\u00af\u00c2\u00bb\u00c2\u00bf"u8) ? head[6..] : head;
        return IsUtf8(text, isCut) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Encoding.Latin1;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head, bool isCut)
    {
        while (!head.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(head, out _, out var used);
            if (status is System.Buffers.OperationStatus.NeedMoreData && isCut)
            {
                return true;
            }

            if (status is not System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            head = head[used..];
        }

        return true;
    }
}
