using Market.Ledger.Accounts;

namespace Market.Ledger;

/// <summary>Where operations are kept. All of it works in one transaction, which somebody else commits.</summary>
public interface ILedgerStore
{
    /// <summary>
    /// Takes an account for this transaction: until it ends, nobody else posts to that account. Called before anything about
    /// the account is read, so that what is read cannot change.
    /// </summary>
    /// <returns>The account's state, or null where there is no such account.</returns>
    Task<AccountHead?> LockAsync(string accountId);

    /// <summary>
    /// Takes an account as <see cref="LockAsync(string)"/> does, and then finds what a key has posted: what each posting begins with, which a
    /// store may ask its database at once.
    /// </summary>
    /// <returns>The account's state, or null where there is no such account; the operation posted under this key, if any.</returns>
    async Task<(AccountHead? Account, Operation? First)> LockAsync(string accountId, string idempotencyKey) =>
        (await LockAsync(accountId), await FindByKeyAsync(idempotencyKey));

    /// <summary>The operation posted under this key, if any. Keys differ by case.</summary>
    Task<Operation?> FindByKeyAsync(string idempotencyKey);

    /// <summary>The operation with this id, if any.</summary>
    Task<Operation?> FindAsync(string operationId);

    /// <summary>The operation that reverses this one, if any.</summary>
    Task<Operation?> FindReversalOfAsync(string operationId);

    /// <summary>
    /// What was posted as an account's debit for an order, in the account's order: operations of kind <see cref="OperationKind.Order"/> and
    /// their reversals.
    /// </summary>
    Task<IReadOnlyList<Operation>> ListOrderAsync(string accountId, string orderId);

    /// <summary>Keeps an operation and the account's state after it. The store itself refuses a second one with the same id, key, place or reversed operation.</summary>
    Task AppendAsync(Operation operation, AccountHead after);
}
