using System.Text;

namespace Market.Bank.Tests;

/// <summary>The same text in the charsets that banks use, whatever its header says, and with marks that editors broke.</summary>
internal static class Charsets
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The characters of a file, without its marks.</summary>
    public static string Text(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        return (text.Contains('\ufffd', StringComparison.Ordinal) ? Windows1252.GetString(content) : text).TrimStart('\ufeff', 'ï', '»', '¿');
    }

    public static IEnumerable<byte[]> Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return utf8;
        yield return [0xef, 0xbb, 0xbf, .. utf8];
        yield return [0xef, 0xbb, .. utf8];
        yield return [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, .. utf8];
        yield return [0xc3, 0xaf, 0xc2, 0xbb, 0xc2, 0xbf, .. utf8];
        yield return Windows1252.GetBytes(text);
        yield return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];
        yield return Encoding.Unicode.GetBytes(text);
        yield return [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)];
        yield return Encoding.BigEndianUnicode.GetBytes(text);
    }
}
