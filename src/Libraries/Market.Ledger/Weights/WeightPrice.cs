namespace Market.Ledger.Weights;

/// <summary>What a weight costs.</summary>
public static class WeightPrice
{
    private const long GramsPerKilogram = 1_000;

    /// <summary>The price of a weight in minor units, zero or more, rounded once to the nearest, half up.</summary>
    /// <param name="perKilogram">What a kilogram costs, in minor units: zero or more.</param>
    /// <param name="grams">The weight in grams: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    /// <exception cref="OverflowException">The price does not fit.</exception>
    public static long Of(long perKilogram, int grams)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grams);
        ArgumentOutOfRangeException.ThrowIfNegative(perKilogram);
        return checked((perKilogram * grams) + (GramsPerKilogram / 2)) / GramsPerKilogram;
    }
}
