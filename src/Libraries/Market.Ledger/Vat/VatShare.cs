using Market.Ledger.Amounts;

namespace Market.Ledger.Vat;

/// <summary>What was sold at one rate of VAT. Positive is sold, negative is taken back.</summary>
/// <param name="BasisPoints">The rate in hundredths of a percent: 550 is 5.5 %.</param>
/// <param name="Net">What the goods cost without VAT.</param>
/// <param name="Vat">The VAT on them.</param>
public sealed record VatShare(int BasisPoints, Money Net, Money Vat)
{
    /// <summary>What the goods cost, VAT included.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public Money Gross => Net + Vat;

    /// <summary>Whether it says nothing.</summary>
    public bool IsZero => Net.IsZero && Vat.IsZero;

    /// <summary>
    /// The share whose goods cost so much with VAT: the VAT is rounded once, half up, to the nearest minor unit, and what is taken back is the
    /// exact opposite of what is sold.
    /// </summary>
    /// <param name="basisPoints">The rate in hundredths of a percent, from 0 to 10,000.</param>
    /// <param name="gross">What the goods cost, VAT included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is none.</exception>
    public static VatShare Of(int basisPoints, Money gross)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(basisPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(basisPoints, VatRate.Whole);
        var whole = VatRate.Whole + basisPoints;
        var vat = new Money((long)(((Int128.Abs(gross.MinorUnits) * basisPoints) + (whole / 2)) / whole) * Math.Sign(gross.MinorUnits), gross.Currency);
        return new VatShare(basisPoints, gross - vat, vat);
    }
}
