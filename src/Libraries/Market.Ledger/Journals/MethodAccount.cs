namespace Market.Ledger.Journals;

/// <summary>Where the money of a payment method goes.</summary>
/// <param name="Received">The account that payments by it debit.</param>
/// <param name="Journal">The journal that keeps them.</param>
public sealed record MethodAccount(BookAccount Received, Journal Journal)
{
    /// <summary>The account that refunds by it credit: where payments went, unless money leaves from elsewhere (a cheque that the market writes is paid by its bank).</summary>
    public BookAccount GivenBack { get; init; } = Received;

    /// <summary>The journal that keeps refunds by it.</summary>
    public Journal GivenBackJournal { get; init; } = Journal;
}
