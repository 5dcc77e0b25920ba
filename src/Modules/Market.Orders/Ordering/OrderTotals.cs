using Market.Ledger.Amounts;
using Market.Orders.Models;

namespace Market.Orders.Ordering;

/// <summary>Sums of order lines. Pure, exact, and an error rather than a wrong sum where one does not fit.</summary>
public static class OrderTotals
{
    private const long WholeInBasisPoints = 10_000;

    /// <summary>What the lines cost together.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money Total(IEnumerable<OrderLine> lines, Currency currency) => new(Sum(lines), currency);

    /// <summary>
    /// The VAT that the lines include: for each rate, the part of that rate's sum, rounded once to the nearest minor unit.
    /// </summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money VatIncluded(IEnumerable<OrderLine> lines, Currency currency) =>
        new(lines.GroupBy(line => line.VatBasisPoints).Sum(rate => Part(Sum(rate), rate.Key)), currency);

    private static long Sum(IEnumerable<OrderLine> lines) => lines.Aggregate(0L, (sum, line) => checked(sum + line.Cost()));

    private static long Part(long sum, long basisPoints)
    {
        var whole = WholeInBasisPoints + basisPoints;
        return checked((sum * basisPoints) + (whole / 2)) / whole;
    }
}
