using Market.Ledger.Amounts;
using Market.Ledger.Vat;
using Market.Orders.Models;

namespace Market.Orders.Ordering;

/// <summary>Sums of order lines. Pure, exact, and an error rather than a wrong sum where one does not fit.</summary>
public static class OrderTotals
{
    /// <summary>What the lines cost together.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money Total(IEnumerable<OrderLine> lines, Currency currency) => new(Sum(lines), currency);

    /// <summary>What the lines cost at each rate of VAT (in hundredths of a percent), VAT included; the lowest rate first.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static IEnumerable<KeyValuePair<int, Money>> ByVatRate(IEnumerable<OrderLine> lines, Currency currency) =>
        lines.GroupBy(line => line.VatBasisPoints).OrderBy(rate => rate.Key).Select(rate => KeyValuePair.Create(rate.Key, Total(rate, currency)));

    /// <summary>The VAT that the lines include: for each rate, the part of that rate's sum, rounded once to the nearest minor unit.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money VatIncluded(IEnumerable<OrderLine> lines, Currency currency) => VatSplit.Of(ByVatRate(lines, currency), currency).Vat;

    private static long Sum(IEnumerable<OrderLine> lines) => lines.Aggregate(0L, (sum, line) => checked(sum + line.Cost()));
}
