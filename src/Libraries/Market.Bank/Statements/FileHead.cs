using System.Text;

namespace Market.Bank.Statements;

/// <summary>The first bytes of a file, and what they say of it.</summary>
internal sealed class FileHead
{
    private const int Sample = 4096;

    private readonly byte[] _bytes;
    private readonly string _text;

    private FileHead(byte[] bytes)
    {
        _bytes = bytes;

        // Marks, and the zeros of UTF-16, are no part of what is looked for.
        _text = new string([.. Encoding.Latin1.GetString(bytes).Where(character => character is (>= ' ' and <= '~') or '\n')]).TrimStart();
    }

    /// <summary>The form of statement it begins like.</summary>
    public StatementForm? Form =>
        Fault is not null ? null
        : Has("<OFX") || Has("OFXHEADER") ? StatementForm.Ofx
        : _text.StartsWith('<') ? StatementForm.Camt
        : _text.StartsWith(":20:", StringComparison.Ordinal) || _text.Contains("\n:20:", StringComparison.Ordinal) || _text.Contains("{4::20:", StringComparison.Ordinal) ? StatementForm.Mt940
        : _text.StartsWith("01", StringComparison.Ordinal) && _text.Length > 20 && _text[2..7].All(char.IsAsciiDigit) && _text[16..19].All(char.IsAsciiLetterUpper) ? StatementForm.Cfonb
        : null;

    /// <summary>What it is, where it is of a kind that people mistake for a statement.</summary>
    public StatementFault? Fault => _bytes switch
    {
        [(byte)'P', (byte)'K', 3 or 5 or 7, 4 or 6 or 8, ..] => new StatementFault(StatementFaultReason.Compressed, 0, "ZIP"),
        [0x1f, 0x8b, ..] => new StatementFault(StatementFaultReason.Compressed, 0, "GZIP"),
        [(byte)'7', (byte)'z', 0xbc, 0xaf, ..] => new StatementFault(StatementFaultReason.Compressed, 0, "7Z"),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => new StatementFault(StatementFaultReason.Compressed, 0, "RAR"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new StatementFault(StatementFaultReason.ForPeople, 0, "PDF"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => new StatementFault(StatementFaultReason.ForPeople, 0, "Office"),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => new StatementFault(StatementFaultReason.ForPeople, 0, "RTF"),
        [0xf0, 0xf1, >= 0xf0 and <= 0xf9, ..] => new StatementFault(StatementFaultReason.Ebcdic, 0, "EBCDIC"),
        _ => Has("<!DOCTYPE HTML") || Has("<HTML") ? new StatementFault(StatementFaultReason.WebPage, 0, "HTML") : null,
    };

    /// <summary>Reads the head of a file, which is left where it stands.</summary>
    public static FileHead Of(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var start = content.Position;
        var head = new byte[Sample];
        var length = content.ReadAtLeast(head, Sample, throwOnEndOfStream: false);
        content.Position = start;
        return new FileHead(head[..length]);
    }

    private bool Has(string text) => _text.Contains(text, StringComparison.OrdinalIgnoreCase);
}
