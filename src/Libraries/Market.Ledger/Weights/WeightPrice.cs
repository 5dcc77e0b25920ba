namespace Market.Ledger.Weights;

/// <summary>What a weight costs.</summary>
public static class WeightPrice
{
    /// <summary>How many grams a kilogram is.</summary>
    public const int GramsPerKilogram = 1_000;

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

    /// <summary>What a kilogram costs, in minor units, of something whose weight has a price; rounded once to the nearest, half up.</summary>
    /// <param name="price">What the weight costs, in minor units: zero or more.</param>
    /// <param name="grams">The weight in grams: above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative, or there is no weight.</exception>
    /// <exception cref="OverflowException">The price does not fit.</exception>
    public static long PerKilogram(long price, int grams)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(grams);
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        return checked((price * GramsPerKilogram) + (grams / 2)) / grams;
    }
}
