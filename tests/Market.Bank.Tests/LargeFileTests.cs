using Market.Bank.Statements;

namespace Market.Bank.Tests;

/// <summary>Alone in the process, so that what memory grows by is theirs.</summary>
[Collection(nameof(LargeFileTests))]
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public class LargeFileTests
{
    private const long Megabyte = 1 << 20;

    private const string CamtHead = "<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry>";

    private const string OfxHead = "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20261120<TRNAMT>1";

    public static TheoryData<StatementForm> Forms => [.. Enum.GetValues<StatementForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_hundred_thousand_lines_are_read_one_by_one(StatementForm form)
    {
        using var file = LargeFiles.Of(form, 100_000);

        var (lines, last) = Read(file);

        Assert.IsType<StatementPart.Ended>(last);
        Assert.Equal(100_000, lines);
        Assert.InRange(file.Held, 0, 8 * Megabyte);
    }

    [Theory]
    [InlineData("1000.00", 100_000, 1, false)]
    [InlineData("1000.01", 1, 100_000, true)]
    public void A_batch_of_a_hundred_thousand_movements_is_read_one_by_one(string total, int lines, int movements, bool differs)
    {
        using var file = LargeFiles.Batch(100_000, total);

        var (read, last) = Read(file);
        file.Position = 0;
        var first = StatementFile.Read(file).OfType<StatementPart.Moved>().First().Movement;

        Assert.IsType<StatementPart.Ended>(last);
        Assert.Equal((lines, movements, differs), (read, first.Movements, first.DetailsDiffer));
        Assert.InRange(file.Held, 0, 8 * Megabyte);
    }

    public static TheoryData<string, string, string> Endless => new()
    {
        { "a line without end", ":20:A\n:25:", "x" },
        { "a field without end", ":20:A\n:86:", "xxxxxxxxxxxxxxxxxxxx\n" },
        { "a text without end", OfxHead + "<NAME>", "x" },
        { "a name without end", OfxHead + "<", "x" },
        { "a data section without end", OfxHead + "<NAME><![CDATA[", "<x>" },
        { "a text without end", CamtHead + "<AddtlNtryInf>", "x" },
        { "a text without end that nobody reads", CamtHead + "<Chrgs>", "x" },
        { "a data section without end", CamtHead + "<AddtlNtryInf><![CDATA[", "<x>" },
        { "a name without end", CamtHead + "<", "x" },
        { "an attribute without end", CamtHead + "<Amt Ccy=\"", "x" },
        { "attributes without end", CamtHead + "<Amt ", "a=\"\" " },
        { "elements in elements without end", CamtHead, "<a>" },
        { "elements in a detail without end", CamtHead + "<Amt>", "<a/>" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void What_has_no_end_is_refused_and_not_held(string what, string head, string unit)
    {
        using var file = LargeFiles.Repeated(head, unit, 100 * Megabyte / unit.Length, string.Empty);

        var (_, last) = Read(file);

        Assert.True(last is StatementPart.Broken { Fault.Reason: StatementFaultReason.TooLarge or StatementFaultReason.NotWellFormed }, $"{what}: {last}");
        Assert.InRange(file.Held, 0, 16 * Megabyte);
        Assert.True(file.Position < file.Length, what);
    }

    [Fact]
    public void Laughs_are_refused_before_the_second()
    {
        var laughs = "<!DOCTYPE l [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range('b', 20).Select(letter => $"<!ENTITY {(char)letter} \"{string.Concat(Enumerable.Repeat($"&{(char)(letter - 1)};", 10))}\">")) + "]>";
        foreach (var text in new[] { "<?xml version=\"1.0\"?>" + laughs + "<Document>&u;</Document>", "<?xml version=\"1.0\"?>" + laughs + "<OFX>&u;</OFX>" })
        {
            Assert.Equal(StatementFaultReason.NotWellFormed, Reading.With(StatementFile.Read, text).Fault().Reason);
        }
    }

    private static (int Lines, StatementPart? Last) Read(Stream file)
    {
        var (lines, last) = (0, (StatementPart?)null);
        foreach (var part in StatementFile.Read(file))
        {
            lines += part is StatementPart.Moved ? 1 : 0;
            last = part;
        }

        return (lines, last);
    }
}
