using Market.Ledger.Postings;
using Market.Payments;

namespace Market.Orders.Shop;

/// <summary>Labels of a product, as a market writes them with commas between: <c>organic, raw milk</c>.</summary>
public static class LabelList
{
    /// <summary>The labels, each once, however it is written.</summary>
    public static IReadOnlyList<string> Read(string? text) =>
    [
        .. (text ?? string.Empty).Split([',', ';'])
            .Select(OneLine.Of)
            .Where(label => label.Length > 0)
            .DistinctBy(NameText.Fold, StringComparer.Ordinal),
    ];
}
