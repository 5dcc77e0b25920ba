using System.Globalization;
using System.Text;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;

namespace Market.Desk.Trends;

/// <summary>A chart's figures for those who read them: in a table, and in a spreadsheet.</summary>
public static class TrendTable
{
    /// <summary>A figure as people read it; a dash where there is none.</summary>
    public static string Shown(this TrendChart chart, long? value, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return value is not { } figure ? "–" : chart.Unit is TrendUnit.Money ? new Money(figure, currency).ToString(CultureInfo.CurrentCulture) : figure.ToString("N0", CultureInfo.CurrentCulture);
    }

    /// <summary>The table as CSV (RFC 4180): a comma between fields, a point before decimals, and nothing that a spreadsheet runs.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="heading">What stands over its columns.</param>
    /// <param name="currency">The market's currency.</param>
    public static string ToCsv(this TrendChart chart, string heading, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var csv = new StringBuilder();
        Line(csv, [SpreadsheetText.Of(heading), .. chart.Series.Select(series => SpreadsheetText.Of(series.Label))]);
        for (var place = 0; place < chart.Columns.Count; place++)
        {
            Line(csv, [SpreadsheetText.Of(chart.Columns[place]), .. chart.Series.Select(series => Plain(chart, series.Values[place], currency))]);
        }

        return csv.ToString();
    }

    private static string Plain(TrendChart chart, long? value, Currency currency) => value is not { } figure ? string.Empty
        : chart.Unit is TrendUnit.Money ? new Money(figure, currency).ToInvariantString() : figure.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder csv, IEnumerable<string> fields) =>
        csv.AppendJoin(',', fields.Select(field => field.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field)).Append("\r\n");
}
