namespace Market.Payments;

/// <summary>
/// Says what there is in the market's currency that another currency would make wrong. While there is anything, the currency cannot
/// change; whoever keeps amounts registers one.
/// </summary>
public interface ICurrencyHold
{
    /// <summary>What there is, each as words for the end of a sentence: <i>announced payments</i>. Empty where there is nothing.</summary>
    Task<IReadOnlyList<string>> FindAsync();
}
