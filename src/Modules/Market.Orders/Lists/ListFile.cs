using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Lists;

/// <summary>
/// Writes a list as CSV for the spreadsheet of whoever reads the request's language: its separator, its decimal comma, and a mark that says that
/// it is UTF-8. What a spreadsheet would run as a formula is written as text.
/// </summary>
[PlainWords]
public sealed class ListFile(IStringLocalizer<ListFile> S)
{
    /// <summary>Writes the lines of a list.</summary>
    public byte[] Write(IReadOnlyList<ListedLine> lines, ListKind kind, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(lines);
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.CurrentCulture) { NewLine = "\r\n" }))
        {
            Record(csv, Heads(kind, currency));
            foreach (var record in Records(lines, kind, currency))
            {
                Record(csv, record);
            }
        }

        return stream.ToArray();
    }

    private string[] Heads(ListKind kind, Currency currency)
    {
        string[] client = [S["Number"], S["Client"]];
        string[] product = [S["Producer"], S["Product"], S["Unit"], S["Quantity"], S["Grams"]];
        string cost = S["Amount ({0})", currency.Code];
        return kind switch
        {
            ListKind.Producer => [.. product, cost],
            ListKind.Product => [.. product, .. client, cost],
            ListKind.Member => [.. client, S["Products"], cost],
            _ => [.. client, .. product, cost],
        };
    }

    private static IEnumerable<string[]> Records(IReadOnlyList<ListedLine> lines, ListKind kind, Currency currency) => kind switch
    {
        ListKind.Producer => lines.GroupBy(line => line.Line.ProducerId, StringComparer.Ordinal).SelectMany(producer => ListedProduct.Of(producer))
            .Select(product => (string[])[.. Product(product), Amount(product.Cost, currency)]),
        ListKind.Product => lines.Select(line => (string[])[.. Product(new ListedProduct([line])), .. Client(line), Amount(line.Line.Agreed(), currency)]),
        ListKind.Member => Baskets(lines).Select(basket => (string[])
        [
            .. Client(basket[0]),
            Text(string.Join(", ", ListedProduct.Of(basket).Select(product => $"{product.Name}: {product.Ordered}"))),
            Amount(basket.Sum(line => line.Line.Agreed()), currency),
        ]),
        _ => Baskets(lines).SelectMany(basket => basket.Select(line => (string[])[.. Client(line), .. Product(new ListedProduct([line])), Amount(line.Line.Agreed(), currency)])),
    };

    /// <summary>The lines of each account, by its name.</summary>
    public static IReadOnlyList<IReadOnlyList<ListedLine>> Baskets(IEnumerable<ListedLine> lines) =>
    [
        .. lines.GroupBy(line => line.AccountId, StringComparer.Ordinal)
            .Select(basket => (IReadOnlyList<ListedLine>)[.. basket])
            .OrderByName(basket => basket[0].Client)
            .ThenBy(basket => basket[0].Number, StringComparer.Ordinal),
    ];

    private static string[] Product(ListedProduct product) =>
    [
        Text(product.Lines[0].Producer), Text(product.Name), Text(product.Unit),
        product.Count?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        product.Grams?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
    ];

    private static string[] Client(ListedLine line) => [Text(line.Number), Text(line.Client)];

    private static string Text(string text) => SpreadsheetText.Of(text);

    private static string Amount(long minorUnits, Currency currency) => new Money(minorUnits, currency).ForInput();

    private static void Record(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
