using System.Text;
using CsCheck;
using Market.Bank.Camt;
using Market.Bank.Cfonb;
using Market.Bank.Mt940;
using Market.Bank.Ofx;
using Market.Bank.Statements;

namespace Market.Bank.Tests;

/// <summary>Whatever is in a file, a reader answers: it throws nothing, ends, says at most once that the file is broken and then nothing more, and what it said adds up.</summary>
public class FuzzTests
{
    private static readonly Func<Stream, IEnumerable<StatementPart>>[] Readers = [StatementFile.Read, CamtReader.Read, CfonbReader.Read, Mt940Reader.Read, OfxReader.Read];

    private static readonly byte[][] Files = [.. Samples.All.Select(row => Samples.Read(row.Data))];

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "9999999999999999999999999999999", "-", "+", ",", ".", "\n", "\r", "\0", "\u001a", "{", "}", "&#xD800;", "&amp;", "&x;", "<", ">", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a>", "<?x?>", "<STMTTRN>", "</STMTRS>",
            "<STMTRS>", "</OFX>", "<Ntry>", "</Ntry>", "<Stmt>", "<TxDtls/>", "<Amt Ccy=\"USD\">1</Amt>", "\n:61:", "\n:62F:", "\n:62M:", "\n:60M:", "\n:20:", "\n-}\n", "{4:\n", "?20", "EREF+", "/REMI/", "/CNTP///", "0430006", "07", "NOTPROVIDED", "260231", "00000000", "2026-02-30",
            "é", "€", "𝄞", "\ud800", "ï»¿", "EUR", "XXX",
        }.Select(Encoding.UTF8.GetBytes), [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xe9], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0x1f, 0x8b],
    ];

    [Fact]
    public void Of_any_bytes() => Gen.Byte.Array[0, 300].Sample(Answers, iter: 2_000);

    [Fact]
    public void Of_any_words() => Gen.Int[0, Words.Length - 1].Array[0, 40].Sample(words => Answers([.. words.SelectMany(word => Words[word])]), iter: 2_000);

    [Fact]
    public void Of_statements_that_something_happened_to() =>
        Gen.Select(Gen.Int[0, Files.Length - 1], Gen.Select(Gen.Double.Unit, Gen.Int[0, 40], Gen.Int[0, Words.Length - 1], Gen.Int[0, 5]).Array[1, 6])
            .Sample((file, changes) => Answers(changes.Aggregate(Files[file], (content, change) => Changed(content, change.Item1, change.Item2, change.Item3, change.Item4))), iter: 4_000);

    // Cut out, cut off, said twice, written over, put in, or in another charset.
    private static byte[] Changed(byte[] content, double where, int length, int word, int what)
    {
        var at = (int)(where * content.Length);
        var end = Math.Min(content.Length, at + length);
        return what switch
        {
            0 => [.. content[..at], .. content[end..]],
            1 => content[..at],
            2 => [.. content[..end], .. content[at..]],
            3 => [.. content[..at], .. Words[word], .. content[end..]],
            4 => [.. content[..at], .. Words[word], .. content[at..]],
            _ => Charsets.Of(Charsets.Text(content)).ElementAt(length % 10),
        };
    }

    private static void Answers(byte[] content)
    {
        foreach (var reader in Readers)
        {
            var parts = Reading.With(reader, content);

            Assert.NotEmpty(parts);
            Assert.DoesNotContain(parts.SkipLast(1), part => part is StatementPart.Broken);
            if (parts[^1] is not StatementPart.Broken)
            {
                Assert.IsType<StatementPart.Ended>(parts[^1]);
                Assert.All(StatementTotals.Of(parts), totals => Assert.Equal(totals.Currency, (totals.Difference ?? totals.Sum).Currency));
            }
        }
    }
}
