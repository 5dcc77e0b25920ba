using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>
/// A settlement with a producer. It adds up like an account: what the last one left, and each distribution's difference since, are
/// transferred; what is below zero is left for the next one.
/// </summary>
/// <param name="Opening">What earlier settlements left: negative where the producer has had too much; positive where a transfer was taken back that should not have been.</param>
/// <param name="Distributions">The distributions whose share is new or has changed.</param>
public sealed record ProducerSettlement(Money Opening, IReadOnlyList<SettledDistribution> Distributions)
{
    /// <summary>What is the producer's by now and was not transferred. Negative where they have had too much.</summary>
    public Money Owed => Distributions.Aggregate(Opening, (sum, distribution) => sum + distribution.Difference);

    /// <summary>The smallest amount that can be transferred, in minor units.</summary>
    public long Step { get; init; } = 1;

    /// <summary>What is transferred, in whole steps. Not negative.</summary>
    public Money Transfer => Owed.IsPositive ? Owed with { MinorUnits = Owed.MinorUnits - (Owed.MinorUnits % Step) } : Money.Zero(Opening.Currency);

    /// <summary>What is left for the next settlement: zero, or negative, or less than a step.</summary>
    public Money Closing => Owed - Transfer;

    /// <summary>Whether there is anything to settle: nothing has changed where there is not.</summary>
    public bool IsEmpty => Distributions.Count == 0 && Transfer.IsZero;
}
