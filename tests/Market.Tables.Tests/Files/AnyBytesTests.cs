using System.Text;
using CsCheck;
using Market.Tables.Cells;
using Market.Tables.Files;

namespace Market.Tables.Tests.Files;

public sealed class AnyBytesTests
{
    private static readonly Gen<string> _cell = Gen.String[Gen.Char["abé \"\n;,\t|'"], 0, 8];

    [Fact]
    public void No_content_makes_it_throw() => Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.String[Gen.Char["a1é;,\t|\"\r\n\0 "], 0, 200].Select(Encoding.UTF8.GetBytes),
            Gen.String[Gen.Char["a1é;,\t|\"\r\n "], 0, 200].Select(Encoding.Unicode.GetBytes))
        .Sample(content =>
        {
            var table = TableFile.Open(new MemoryStream(content));
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    AmountText.Read(cell, DecimalMark.Comma);
                    DayText.Read(cell, DayOrder.DayMonthYear);
                }
            }
        }, iter: 5_000);

    [Fact]
    public void What_is_written_by_the_rules_is_read_as_it_was() => _cell.Array[2].Array[1, 10].Sample(rows =>
    {
        string[][] written = [["name", "other"], .. rows];
        var text = string.Join("\r\n", written.Select(row => string.Join(';', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));

        var read = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), new TableForm(';', TableCharset.Utf8, 1)).Rows;

        Assert.Equal(
            rows.Select(row => row.Select(cell => cell.Trim()).ToArray()).Where(row => row.Any(cell => cell.Length > 0)),
            read.Select(row => row.Cells.ToArray()));
    });
}
