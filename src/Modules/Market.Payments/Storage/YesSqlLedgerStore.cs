using System.Data.Common;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Payments.Indexes;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// Operations as documents with a map index, balances as one row an account, both in the session's transaction. The row is locked by an
/// update before anything is read, on every database alike.
/// </summary>
public sealed class YesSqlLedgerStore(
    ISession session,
    IStore store,
    LedgerTables tables,
    PreparedCommands commands,
    IMarketTerms terms,
    StoreFault fault,
    IEnumerable<IBooksObserver> observers,
    PaymentObservers payments) : ILedgerStore
{
    private readonly string _lock =
        $"""
        UPDATE {tables.Accounts} SET [Sequence] = [Sequence] WHERE [AccountId] = @account;
        {AccountRow.Select(tables)} WHERE a.[AccountId] = @account
        """;

    public Task<AccountHead?> LockAsync(string accountId) => fault.WatchAsync(async () =>
        await HeadAsync(await commands.FirstAsync(_lock, AccountRow.Read, ("account", accountId))));

    public Task<(AccountHead? Account, Operation? First)> LockAsync(string accountId, string idempotencyKey) => fault.WatchAsync(async () =>
    {
        var (row, first) = await commands.FirstsAsync(
            $"{_lock};{OperationBy(nameof(OperationIndex.KeyHash))}",
            AccountRow.Read,
            ReadOperation,
            ("account", accountId),
            ("value", KeyHash.Of(idempotencyKey)));
        return (await HeadAsync(row), first);
    });

    public Task<Operation?> FindByKeyAsync(string idempotencyKey) => FirstAsync(nameof(OperationIndex.KeyHash), KeyHash.Of(idempotencyKey));

    public Task<Operation?> FindAsync(string operationId) => FirstAsync(nameof(OperationIndex.OperationId), operationId);

    public Task<Operation?> FindReversalOfAsync(string operationId) => FirstAsync(nameof(OperationIndex.Reverses), operationId);

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
            var changed = await commands.ExecuteAsync(
                $"""
                UPDATE {tables.Accounts} SET [Balance] = @balance, [Sequence] = @sequence, [Hash] = @hash, [LastRecorded] = @recorded
                WHERE [AccountId] = @account AND [Sequence] = @before
                """,
                ("balance", after.Balance.MinorUnits),
                ("sequence", after.Sequence),
                ("hash", after.Hash),
                ("recorded", operation.RecordedAt.ToUnixTimeMilliseconds()),
                ("account", after.AccountId),
                ("before", after.Sequence - 1));
            if (changed != 1)
            {
                throw new InvalidOperationException($"Account {after.AccountId} moved while it was locked: operation {operation.Id} is not posted.");
            }

            await session.SaveAsync(operation, checkConcurrency: false, LedgerCollection.Name);
            foreach (var observer in observers)
            {
                await observer.PostedAsync(operation, after);
            }

            await session.FlushAsync();

            // It never changes again, and each flush would look: a thousand in one commit would take minutes.
            session.Detach(operation, LedgerCollection.Name);
            await payments.PostedAsync(operation);
            return true;
        });
    }

    private async Task<AccountHead?> HeadAsync(AccountRow? row) => row?.ToHead((await terms.GetAsync()).Currency);

    private Task<Operation?> FirstAsync(string column, string value) =>
        fault.WatchAsync(() => commands.FirstAsync(OperationBy(column), ReadOperation, ("value", value)));

    // Without the session, which would spend longer on making the statement than the database on answering it.
    private string OperationBy(string column) =>
        $"SELECT d.[Content] FROM {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId] WHERE o.[{column}] = @value";

    private Operation ReadOperation(DbDataReader row) => (Operation)store.Configuration.ContentSerializer.Deserialize(row.GetString(0), typeof(Operation));
}
