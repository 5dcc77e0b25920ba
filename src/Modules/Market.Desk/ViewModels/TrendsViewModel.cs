using System.Globalization;
using System.Text.Json;
using Market.Desk.Trends;
using Market.Ledger.Amounts;

namespace Market.Desk.ViewModels;

/// <summary>The market's trends.</summary>
public class TrendsViewModel
{
    public required IReadOnlyList<TrendChart> Charts { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>A chart as the script reads it. Nothing in it ends the element that it stands in: the serializer escapes what could.</summary>
    public string Json(TrendChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return JsonSerializer.Serialize(
            new
            {
                Shape = chart.Shape.ToString(),
                Unit = chart.Unit.ToString(),
                Currency = Currency.Code,
                Currency.Decimals,
                Language = CultureInfo.CurrentCulture.Name,
                chart.Columns,
                chart.Series,
            },
            JsonSerializerOptions.Web);
    }
}
