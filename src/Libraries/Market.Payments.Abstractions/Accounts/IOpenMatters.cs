namespace Market.Payments;

/// <summary>
/// Says what is still open behind a client account in a module: an order to be collected, a payment that is not decided. While there is
/// anything, the account is neither closed nor deleted. Register an implementation to be asked.
/// </summary>
public interface IOpenMatters
{
    /// <summary>What is open, each in a sentence for the coordinator, in the language of the request; nothing where nothing is.</summary>
    /// <remarks>It is asked in the transaction that closes the account, which the account's postings wait for.</remarks>
    Task<IReadOnlyList<string>> FindAsync(string accountId);
}
