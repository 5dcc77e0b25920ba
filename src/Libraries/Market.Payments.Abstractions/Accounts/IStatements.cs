using Market.Ledger;

namespace Market.Payments;

/// <summary>Reads an account's statement and its balances. What it tells is committed.</summary>
public interface IStatements
{
    /// <summary>A page of the statement, newest first, with the running balance.</summary>
    /// <param name="accountId">The account. One that does not exist has an empty statement.</param>
    /// <param name="skip">How many of the newest operations to pass over.</param>
    /// <param name="take">How many to read.</param>
    Task<Statement> ReadAsync(string accountId, int skip, int take);

    /// <summary>The operation of this account with this id; none where it has no such operation.</summary>
    Task<Operation?> FindAsync(string accountId, string operationId);

    /// <summary>
    /// The operation of this account that was posted under this key; none where there is none. A form that finds its own has done its work:
    /// what it asks for need not be possible any more. It is looked for after what the form is judged by was read, or a double tap falls between.
    /// </summary>
    Task<Operation?> FindByKeyAsync(string accountId, string idempotencyKey);
}
