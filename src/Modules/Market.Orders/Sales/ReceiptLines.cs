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
        string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {line.Unit}"),
        new Money(line.Cost(), currency),
        new Money(line.UnitPriceMinorUnits, currency),
        line.VatBasisPoints);
}
