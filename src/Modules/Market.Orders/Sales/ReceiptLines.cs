using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Receipts;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;

namespace Market.Orders.Sales;

/// <summary>An order's lines as a receipt prints them.</summary>
public sealed class ReceiptLines(OrderStore store) : IOrderLines
{
    public async Task<IReadOnlyList<ReceiptLine>?> FindAsync(string accountId, string orderId) =>
        await store.FindAsync(orderId, accountId) is not { } order ? null
            : order.Status is OrderStatus.Cancelled ? []
            : [.. order.Lines.Select(line => Of(line, Currency.FromCode(order.Currency)))];

    private static ReceiptLine Of(OrderLine line, Currency currency) => new(
        line.Name,
        Quantity(line),
        new Money(line.Cost(), currency),
        new Money(line.Price, currency),
        line.VatBasisPoints,
        line.IsByWeight ? "kg" : null);

    // What came and what the scale said; before it is weighed, what it is thought to weigh.
    private static string Quantity(OrderLine line)
    {
        var pieces = string.Create(CultureInfo.CurrentCulture, $"{line.Came ?? line.Quantity} × {line.Unit}");
        if (line.Grams is not { } grams)
        {
            return pieces;
        }

        var weight = (line.IsEstimated ? "≈ " : string.Empty) + LineWords.Weight(grams);
        return line.SoldBy is SoldBy.WeighedPiece ? $"{pieces}, {weight}" : weight;
    }
}
