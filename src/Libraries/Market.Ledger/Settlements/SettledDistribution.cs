using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>A producer's part of a distribution, as a settlement takes account of it.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Received">What was received for what the producer sold, less what was given back. Not negative.</param>
/// <param name="CommissionBasisPoints">What the market keeps of it, in hundredths of a percent: 1000 is 10 %.</param>
/// <param name="Before">The share that earlier settlements took account of. Zero where this is the first.</param>
public sealed record SettledDistribution(string DistributionId, Money Received, int CommissionBasisPoints, Money Before)
{
    private const int Whole = 10_000;

    /// <summary>What the market keeps: rounded to the nearest minor unit, a half to the market.</summary>
    public Money Commission => new((long)((((Int128)Received.MinorUnits * CommissionBasisPoints) + (Whole / 2)) / Whole), Received.Currency);

    /// <summary>What is the producer's.</summary>
    public Money Share => Received - Commission;

    /// <summary>What this settlement changes for the producer. Negative where money was given back since the one before.</summary>
    public Money Difference => Share - Before;
}
