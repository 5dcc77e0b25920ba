using System.Globalization;
using Market.Ledger.Weights;

namespace Market.Orders.Ordering;

/// <summary>Reads the quantities of an order form.</summary>
public static class QuantityReader
{
    /// <summary>Reads what was typed for each product. A blank is none of it; what is no whole number in range reads as −1, which no basket takes.</summary>
    public static IReadOnlyDictionary<string, int> Read(IReadOnlyDictionary<string, string?> typed) =>
        typed.ToDictionary(entry => entry.Key, entry => Read(entry.Value), StringComparer.Ordinal);

    private static int Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 0
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity <= ScaleReader.MaxGrams ? quantity
        : -1;
}
