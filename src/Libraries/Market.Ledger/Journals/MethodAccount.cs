namespace Market.Ledger.Journals;

/// <summary>Where the money of a payment method goes.</summary>
/// <param name="Received">The account that payments by it debit.</param>
/// <param name="Journal">The journal that keeps them.</param>
public sealed record MethodAccount(BookAccount Received, Journal Journal)
{
    /// <summary>Whether refunds by it leave the bank, as a cheque that the market writes does, and not the account that payments went to.</summary>
    public bool IsGivenBackByBank { get; init; }
}
