using Market.Ledger.Amounts;

namespace Market.Ledger.Drawers;

/// <summary>The notes and coins that a drawer is counted by.</summary>
public static class Denominations
{
    /// <summary>The most pieces of one denomination: more is a slip of the finger.</summary>
    public const long MaxPieces = 100_000;

    private static readonly long[] Steps = [1, 2, 5];

    private static readonly long[] Euro = [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

    /// <summary>
    /// The values of a currency's notes and coins in minor units, the largest first: those of the euro; of any other currency 1, 2 and 5
    /// and their tenfolds, up to 500 units, or 50,000 where it has no decimals. Who counts leaves empty what their currency has not.
    /// </summary>
    public static IReadOnlyList<long> Of(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency == Currency.Euro)
        {
            return Euro;
        }

        var largest = currency.Decimals == 0 ? 50_000 : 500 * currency.MinorUnitsPerUnit;
        var values = new List<long>();
        for (long tenfold = 1; tenfold <= largest; tenfold *= 10)
        {
            values.AddRange(Steps.Select(step => step * tenfold).Where(value => value <= largest));
        }

        values.Reverse();
        return values;
    }

    /// <summary>What so many pieces come to, and what is wrong with them.</summary>
    /// <param name="pieces">How many pieces of each denomination, by its value in minor units.</param>
    /// <param name="currency">The currency.</param>
    public static (Money Sum, DrawerFault? Fault) Sum(IReadOnlyDictionary<long, long> pieces, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var known = Of(currency);
        var none = Money.Zero(currency);
        if (pieces.Any(piece => piece.Value < 0 || !known.Contains(piece.Key)))
        {
            return (none, new DrawerFault(DrawerFaultKind.NotPieces));
        }

        // 100,000 pieces of each of some twenty denominations fit into a long many times over.
        return pieces.Values.Any(count => count > MaxPieces)
            ? (none, new DrawerFault(DrawerFaultKind.TooLarge))
            : (new Money(pieces.Sum(piece => piece.Key * piece.Value), currency), null);
    }
}
