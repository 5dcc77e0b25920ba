using System.Text;
using System.Text.Json;
using Market.Ledger.Chain;
using Market.Stall.Books;
using Market.Stall.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Stall.Tests;

public sealed class LineTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        foreach (var operation in BookFile.Operations(12))
        {
            var (line, seal) = OperationLine.Write(operation, "before");
            Assert.Equal((byte)'\n', line[^1]);
            Assert.Equal(1, line.Count(value => value == (byte)'\n'));
            var read = OperationLine.Read(line.AsSpan()[..^1]);
            Assert.Equal(operation, read! with { Details = operation.Details });
            Assert.Equal(OperationHash.Canonical(operation), OperationHash.Canonical(read));
            Assert.True(OperationLine.Follows(line.AsSpan()[..^1], "before", out var again));
            Assert.Equal(seal, again);
        }
    }

    // Not by the engine, but as docs/ledger-format.md and the README tell anybody to.
    [Fact]
    public void Hash_and_seal_can_be_computed_from_the_line_alone()
    {
        var sealBefore = string.Empty;
        foreach (var bytes in BookFile.Lines(BookFile.Operations(12)))
        {
            var line = Encoding.UTF8.GetString(bytes).TrimEnd('\n');
            var fields = JsonDocument.Parse(line).RootElement.EnumerateObject().ToList();
            var canonical = "market-ledger/1\n" + string.Concat(fields
                .Where(field => field.Name is not ("form" or "hash" or "seal"))
                .Select(field => $"{field.Name}={Escaped(field.Value.ToString())}\n"));
            Assert.Equal(fields.Single(field => field.Name == "hash").Value.GetString(), BookFile.Sha256(canonical));

            var seal = fields[^1].Value.GetString()!;
            Assert.Equal(seal, BookFile.Sha256(sealBefore + line[..line.LastIndexOf(",\"seal\":", StringComparison.Ordinal)]));
            sealBefore = seal;
        }

        static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_the_README_holds()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "samples", "Stall", "README.md"));
        var line = Encoding.UTF8.GetBytes(text.Split('\n').Single(line => line.StartsWith("{\"form\"", StringComparison.Ordinal)));
        Assert.True(OperationLine.Follows(line, string.Empty, out _));
        var operation = OperationLine.Read(line)!;
        Assert.Equal(OperationHash.Of(operation), operation.Hash);
        Assert.Equal([.. line, (byte)'\n'], OperationLine.Write(operation, string.Empty).Bytes);
    }

    [Theory]
    [InlineData("", "not JSON at all")]
    [InlineData("", "[]")]
    [InlineData("", "null")]
    [InlineData("\"kind\":\"Order\"", "\"kind\":\"1\"")]
    [InlineData("\"kind\":\"Order\"", "\"kind\":\"order\"")]
    [InlineData("\"kind\":\"Order\"", "\"kind\":\"Gift\"")]
    [InlineData("\"amount\":-1000", "\"amount\":\"-1000\"")]
    [InlineData("\"amount\":-1000", "\"amount\":-10.5")]
    [InlineData("\"amount\":-1000", "\"amount\":-10000000000000000000")]
    [InlineData("\"currency\":\"EUR\"", "\"currency\":\"XQX\"")]
    [InlineData("\"method\":\"\"", "\"method\":null")]
    [InlineData("\"method\":\"\",", "")]
    [InlineData("\"method\":\"\"", "\"method\":\"\",\"method\":\"cash\"")]
    [InlineData("\"method\":\"\"", "\"method\":\"\",\"colour\":\"red\"")]
    [InlineData("\"occurred-on\":\"2026-11-27\"", "\"occurred-on\":\"27.11.2026\"")]
    [InlineData("\"form\":\"market-ledger/1\"", "\"form\":\"market-ledger/2\"")]
    public void A_line_that_is_not_exactly_an_operation_is_none(string from, string to)
    {
        var line = Encoding.UTF8.GetString(OperationLine.Write(BookFile.Operations(1)[0], string.Empty).Bytes).TrimEnd('\n');
        var other = from.Length is 0 ? to : line.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(line, other);
        Assert.NotNull(OperationLine.Read(Encoding.UTF8.GetBytes(line)));
        Assert.Null(OperationLine.Read(Encoding.UTF8.GetBytes(other)));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_line()
    {
        var line = OperationLine.Write(BookFile.Operations(1)[0], string.Empty).Bytes;
        line[line.AsSpan().IndexOf("Two"u8)] = 0xFF;
        Assert.Null(OperationLine.Read(line.AsSpan()[..^1]));
    }

    [Theory]
    [InlineData("0", 0, "")]
    [InlineData("12 abc\n", 12, "abc")]
    public void A_note_is_read(string text, long count, string seal) => Assert.Equal(new LastLine(count, seal), LastLine.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("twelve abc")]
    [InlineData("-1 abc")]
    [InlineData("1 a b")]
    public void A_note_that_says_nothing_is_none(string? text) => Assert.Null(LastLine.Parse(text));
}
