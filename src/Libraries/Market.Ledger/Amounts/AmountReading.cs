namespace Market.Ledger.Amounts;

/// <summary>What was wrong with a typed amount.</summary>
public enum AmountFault
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>What was typed is not an amount.</summary>
    NotAnAmount,

    /// <summary>The amount is zero, where some money is meant.</summary>
    Zero,

    /// <summary>The amount has a minus sign where only its size is asked for.</summary>
    Negative,

    /// <summary>There are more decimals than the currency has.</summary>
    TooManyDecimals,

    /// <summary>The amount is above <see cref="AmountReader.CeilingUnits"/>.</summary>
    TooLarge,
}

/// <summary>What a typed amount was read as: the money, or the one thing wrong with it.</summary>
/// <param name="Amount">The amount, where it could be read.</param>
/// <param name="Fault">What was wrong, where it could not.</param>
public readonly record struct AmountReading(Money? Amount, AmountFault? Fault)
{
    internal static AmountReading Of(Money amount) => new(amount, null);

    internal static AmountReading Wrong(AmountFault fault) => new(null, fault);
}
