namespace Market.Ledger.Weights;

/// <summary>What was wrong with a typed weight.</summary>
public enum ScaleFault
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>What was typed is no weight.</summary>
    NotAWeight,

    /// <summary>A weight has a minus sign.</summary>
    Negative,

    /// <summary>A weight has decimals and does not say that it is in kilograms.</summary>
    UnitMissing,

    /// <summary>A weight in kilograms has more than three decimals: a scale does not tell less than a gram.</summary>
    TooManyDecimals,

    /// <summary>The weights together are above <see cref="ScaleReader.MaxGrams"/>.</summary>
    TooLarge,
}

/// <summary>What a scale's figure was read as: the weight, or the one thing wrong with it.</summary>
/// <param name="Grams">The weight in grams, zero or more, where it could be read.</param>
/// <param name="Fault">What was wrong, where it could not.</param>
public readonly record struct ScaleReading(int? Grams, ScaleFault? Fault)
{
    internal static ScaleReading Of(int grams) => new(grams, null);

    internal static ScaleReading Wrong(ScaleFault fault) => new(null, fault);
}
