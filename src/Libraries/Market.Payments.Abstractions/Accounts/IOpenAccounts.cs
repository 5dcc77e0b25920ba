using Market.Ledger.Accounts;

namespace Market.Payments;

/// <summary>Lists every account that takes operations, for whoever must know them all at once, such as a counter that is to work without network.</summary>
public interface IOpenAccounts
{
    /// <summary>The open accounts with what stands in them, by name. It is one question to the database, and reads no operation.</summary>
    Task<IReadOnlyList<OpenAccount>> ListAsync();
}

/// <summary>An open account as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number for people.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Search">Number, reference and name as they are searched: see <see cref="NameText.FoldAll"/>.</param>
/// <param name="Balances">Its balances.</param>
/// <param name="Operations">How many operations it has: as long as it is the same, so are they.</param>
public sealed record OpenAccount(string Id, string Number, string Name, string Search, Balances Balances, long Operations)
{
    /// <summary>The permanent reference the client puts on transfers.</summary>
    public required string Reference { get; init; }
}
