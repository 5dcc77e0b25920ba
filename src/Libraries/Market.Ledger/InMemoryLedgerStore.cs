namespace Market.Ledger;

/// <summary>A ledger store in memory, for samples and tests: it obeys the same contract as one on a database. One caller at a time.</summary>
public sealed class InMemoryLedgerStore(Currency currency) : ILedgerStore
{
    private readonly Dictionary<string, AccountHead> _accounts = new(StringComparer.Ordinal);
    private readonly List<Operation> _operations = [];

    /// <summary>Every operation, in the order they were posted.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Opens an account, or changes whether it is open and its floor.</summary>
    public void SetAccount(string accountId, bool isOpen = true, Money? floor = null) =>
        _accounts[accountId] = _accounts.TryGetValue(accountId, out var head)
            ? head with { IsOpen = isOpen, Floor = floor }
            : new AccountHead(accountId, isOpen, Money.Zero(currency), 0, string.Empty, floor);

    /// <summary>The operations of an account, in their order.</summary>
    public IEnumerable<Operation> OperationsOf(string accountId) => _operations.Where(operation => operation.AccountId == accountId);

    /// <inheritdoc/>
    public Task<AccountHead?> LockAsync(string accountId) => Task.FromResult(_accounts.GetValueOrDefault(accountId));

    /// <inheritdoc/>
    public Task<Operation?> FindByKeyAsync(string idempotencyKey) =>
        Task.FromResult(_operations.FirstOrDefault(operation => operation.IdempotencyKey == idempotencyKey));

    /// <inheritdoc/>
    public Task<Operation?> FindAsync(string operationId) => Task.FromResult(_operations.FirstOrDefault(operation => operation.Id == operationId));

    /// <inheritdoc/>
    public Task<Operation?> FindReversalOfAsync(string operationId) =>
        Task.FromResult(_operations.FirstOrDefault(operation => operation.Reverses == operationId));

    /// <inheritdoc/>
    public Task<long> SumOrderAsync(string accountId, string orderId, long upToSequence = long.MaxValue)
    {
        var debits = OperationsOf(accountId)
            .Where(operation => operation.Kind is OperationKind.Order && operation.OrderId == orderId)
            .Select(operation => operation.Id)
            .ToHashSet(StringComparer.Ordinal);
        return Task.FromResult(OperationsOf(accountId)
            .Where(operation => operation.Sequence <= upToSequence && (debits.Contains(operation.Id) || (operation.Reverses is { } reversed && debits.Contains(reversed))))
            .Sum(operation => operation.Amount.MinorUnits));
    }

    /// <inheritdoc/>
    public Task AppendAsync(Operation operation, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(after);
        if (_operations.Any(other => other.Id == operation.Id || other.IdempotencyKey == operation.IdempotencyKey
            || (other.AccountId == operation.AccountId && other.Sequence == operation.Sequence)
            || (operation.Reverses is not null && other.Reverses == operation.Reverses)))
        {
            throw new InvalidOperationException("A second operation with this id, key, place or reversed operation.");
        }

        _operations.Add(operation);
        _accounts[operation.AccountId] = after;
        return Task.CompletedTask;
    }
}
