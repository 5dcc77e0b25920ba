using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Payments.Indexes;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// Operations as documents with a map index, balances as one row an account changed by plain SQL, both in the session's
/// transaction. The row is locked by an update before anything is read, on every database alike.
/// </summary>
public sealed class YesSqlLedgerStore(
    ISession session,
    LedgerTables tables,
    IMarketTerms terms,
    StoreFault fault,
    IEnumerable<IBooksObserver> observers) : ILedgerStore
{
    public Task<AccountHead?> LockAsync(string accountId) => fault.WatchAsync(async () =>
    {
        var transaction = await session.BeginTransactionAsync();
        var found = await tables.ExecuteAsync(
            transaction,
            $"UPDATE {tables.Accounts} SET [Sequence] = [Sequence] WHERE [AccountId] = @accountId",
            new { accountId });
        if (found == 0)
        {
            return null;
        }

        var row = await tables.QuerySingleAsync<AccountRow>(transaction, $"{AccountRow.Select(tables)} WHERE a.[AccountId] = @accountId", new { accountId });
        return row?.ToHead((await terms.GetAsync()).Currency);
    });

    public Task<Operation?> FindByKeyAsync(string idempotencyKey)
    {
        var hash = KeyHash.Of(idempotencyKey);
        return FirstAsync(index => index.KeyHash == hash);
    }

    public Task<Operation?> FindAsync(string operationId) => FirstAsync(index => index.OperationId == operationId);

    public Task<Operation?> FindReversalOfAsync(string operationId) => FirstAsync(index => index.Reverses == operationId);

    public Task<IReadOnlyList<Operation>> ListOrderAsync(string accountId, string orderId) => fault.WatchAsync<IReadOnlyList<Operation>>(async () =>
    {
        var (debit, reversal) = (nameof(OperationKind.Order), nameof(OperationKind.Reversal));
        var operations = (await session
            .Query<Operation, OperationIndex>(
                index => index.OrderId == orderId && index.AccountId == accountId && (index.Kind == debit || index.Kind == reversal),
                LedgerCollection.Name)
            .OrderBy(index => index.Sequence)
            .NoDuplicates()
            .ListAsync()).ToList();
        var debits = operations.Where(operation => operation.Kind is OperationKind.Order).Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);

        // SQLite does not tell case apart.
        return [.. operations.Where(operation => operation.OrderId == orderId && debits.Contains(operation.Reverses ?? operation.Id))];
    });

    public Task AppendAsync(Operation operation, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(after);
        return fault.WatchAsync(async () =>
        {
            await session.SaveAsync(operation, checkConcurrency: false, LedgerCollection.Name);
            await session.FlushAsync();

            // It never changes again, and each flush would look: a thousand in one commit would take minutes.
            session.Detach(operation, LedgerCollection.Name);
            var transaction = await session.BeginTransactionAsync();
            var changed = await tables.ExecuteAsync(
                transaction,
                $"""
                UPDATE {tables.Accounts} SET [Balance] = @balance, [Sequence] = @sequence, [Hash] = @hash, [LastRecorded] = @recorded
                WHERE [AccountId] = @accountId AND [Sequence] = @before
                """,
                new
                {
                    balance = after.Balance.MinorUnits,
                    sequence = after.Sequence,
                    hash = after.Hash,
                    recorded = operation.RecordedAt.ToUnixTimeMilliseconds(),
                    accountId = after.AccountId,
                    before = after.Sequence - 1,
                });
            if (changed != 1)
            {
                throw new InvalidOperationException($"Account {after.AccountId} moved while it was locked: operation {operation.Id} is not posted.");
            }

            foreach (var observer in observers)
            {
                await observer.PostedAsync(operation, after);
            }

            return changed;
        });
    }

    private Task<Operation?> FirstAsync(System.Linq.Expressions.Expression<Func<OperationIndex, bool>> predicate) =>
        fault.WatchAsync<Operation?>(async () =>
            await session.Query<Operation, OperationIndex>(predicate, collection: LedgerCollection.Name).FirstOrDefaultAsync());
}
