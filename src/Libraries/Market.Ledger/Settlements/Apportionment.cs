namespace Market.Ledger.Settlements;

/// <summary>Splits an amount without losing or making a cent: by largest remainder, and where remainders are alike, in the order given.</summary>
public static class Apportionment
{
    /// <summary>Splits an amount by weights.</summary>
    /// <param name="amount">What to split, in minor units. Not negative.</param>
    /// <param name="weights">The weights, not negative. Where all are zero, nothing can be split.</param>
    /// <returns>A part for each weight, in their order, that sum to the amount; each at most one minor unit off its exact part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount or a weight is negative, or there is an amount and no weight.</exception>
    public static IReadOnlyList<long> Split(long amount, IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var whole = weights.Aggregate((Int128)0, (sum, weight) => weight >= 0 ? sum + weight : throw new ArgumentOutOfRangeException(nameof(weights)));
        if (whole == 0)
        {
            return amount == 0 ? [.. weights.Select(_ => 0L)] : throw new ArgumentOutOfRangeException(nameof(weights));
        }

        var parts = weights.Select(weight => (long)(amount * (Int128)weight / whole)).ToArray();
        var left = (int)(amount - parts.Sum());
        foreach (var (_, index) in weights.Select((weight, index) => (Remainder: amount * (Int128)weight % whole, index)).OrderByDescending(one => one.Remainder).Take(left))
        {
            parts[index]++;
        }

        return parts;
    }
}
