using System.Buffers;
using System.Text;

namespace Market.Tables.Files;

/// <summary>Says how the bytes of a file are characters: the whole file is looked at, for the first accent may come late.</summary>
internal static class CharsetGuess
{
    private const int Chunk = 1 << 16;

    public static TableCharset Of(Stream content)
    {
        var head = TableText.Head(content, Chunk);
        return Utf16(head) ?? (IsUtf8(content, TableText.MarkLength(head)) ? TableCharset.Utf8 : TableCharset.Windows1252);
    }

    private static TableCharset? Utf16(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..])
        {
            return TableCharset.Utf16;
        }

        if (head is [0xFE, 0xFF, ..])
        {
            return TableCharset.Utf16BigEndian;
        }

        // Without a mark: Western text has a zero in every other byte.
        int even = 0, odd = 0;
        for (var index = 0; index < head.Length; index++)
        {
            if (head[index] == 0)
            {
                _ = index % 2 == 0 ? even++ : odd++;
            }
        }

        return (even, odd) switch
        {
            (0, > 0) when odd > head.Length / 4 => TableCharset.Utf16,
            ( > 0, 0) when even > head.Length / 4 => TableCharset.Utf16BigEndian,
            _ => null,
        };
    }

    private static bool IsUtf8(Stream content, int start)
    {
        var buffer = new byte[Chunk];
        var kept = 0;
        content.Position = start;
        for (int read; (read = content.Read(buffer, kept, Chunk - kept)) > 0;)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, kept + read);
            while (!bytes.IsEmpty)
            {
                var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
                if (status is OperationStatus.NeedMoreData)
                {
                    break;
                }

                if (status is not OperationStatus.Done)
                {
                    return false;
                }

                bytes = bytes[used..];
            }

            kept = bytes.Length;
            bytes.CopyTo(buffer);
        }

        return kept == 0;
    }
}
