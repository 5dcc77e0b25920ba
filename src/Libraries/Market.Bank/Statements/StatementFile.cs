using System.Text;
using Market.Bank.Camt;
using Market.Bank.Cfonb;
using Market.Bank.Mt940;
using Market.Bank.Ofx;

namespace Market.Bank.Statements;

/// <summary>Reads a file of statements of whichever form it is, by what stands in it and not by its name.</summary>
public static class StatementFile
{
    private const int Sample = 4096;

    /// <summary>The form of a file; none where it is no statement that is known.</summary>
    /// <param name="content">The file, in which one can go back. It is left where it stands.</param>
    public static StatementForm? FormOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var start = content.Position;
        var head = new byte[Sample];
        var length = content.ReadAtLeast(head, Sample, throwOnEndOfStream: false);
        content.Position = start;

        // Marks, and the zeros of UTF-16, are no part of what is looked for.
        var text = new string([.. Encoding.Latin1.GetString(head, 0, length).Where(character => character is (>= ' ' and <= '~') or '\n')]).TrimStart();
        return text.Contains("<OFX", StringComparison.OrdinalIgnoreCase) || text.Contains("OFXHEADER", StringComparison.OrdinalIgnoreCase) ? StatementForm.Ofx
            : text.StartsWith('<') ? StatementForm.Camt
            : text.StartsWith(":20:", StringComparison.Ordinal) || text.Contains("\n:20:", StringComparison.Ordinal) ? StatementForm.Mt940
            : text.StartsWith("01", StringComparison.Ordinal) && text.Length > 20 && text[2..7].All(char.IsAsciiDigit) && text[16..19].All(char.IsAsciiLetterUpper) ? StatementForm.Cfonb
            : null;
    }

    /// <summary>What the file says; that it is of no known form, where it is.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static IEnumerable<StatementPart> Read(Stream content) => FormOf(content) switch
    {
        StatementForm.Camt => CamtReader.Read(content),
        StatementForm.Cfonb => CfonbReader.Read(content),
        StatementForm.Mt940 => Mt940Reader.Read(content),
        StatementForm.Ofx => OfxReader.Read(content),
        _ => [new StatementPart.Broken(new StatementFault(StatementFaultReason.UnknownForm))],
    };
}

/// <summary>The forms of statements.</summary>
public enum StatementForm
{
    /// <summary>ISO 20022, camt.053 and camt.054.</summary>
    Camt,

    /// <summary>The French banks' records of 120 characters.</summary>
    Cfonb,

    /// <summary>SWIFT's customer statement.</summary>
    Mt940,

    /// <summary>Open Financial Exchange, 1 and 2.</summary>
    Ofx,
}
