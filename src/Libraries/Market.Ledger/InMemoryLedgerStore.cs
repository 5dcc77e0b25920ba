namespace Market.Ledger;

/// <summary>A ledger store in memory, for samples and tests: it obeys the same contract as one on a database. One caller at a time.</summary>
public sealed class InMemoryLedgerStore(Currency currency) : ILedgerStore
{
    private readonly Dictionary<string, AccountHead> _accounts = new(StringComparer.Ordinal);
    private readonly List<Operation> _operations = [];
    private readonly Dictionary<string, Operation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> _reversals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Operation>> _byAccount = new(StringComparer.Ordinal);

    /// <summary>Every operation, in the order they were posted.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Opens an account, or changes whether it is open and its floor.</summary>
    public void SetAccount(string accountId, bool isOpen = true, Money? floor = null) =>
        _accounts[accountId] = _accounts.TryGetValue(accountId, out var head)
            ? head with { IsOpen = isOpen, Floor = floor }
            : new AccountHead(accountId, isOpen, Money.Zero(currency), 0, string.Empty, floor);

    /// <summary>The operations of an account, in their order.</summary>
    public IEnumerable<Operation> OperationsOf(string accountId) => _byAccount.GetValueOrDefault(accountId) ?? [];

    /// <inheritdoc/>
    public Task<AccountHead?> LockAsync(string accountId) => Task.FromResult(_accounts.GetValueOrDefault(accountId));

    /// <inheritdoc/>
    public Task<Operation?> FindByKeyAsync(string idempotencyKey) => Task.FromResult(_byKey.GetValueOrDefault(idempotencyKey));

    /// <inheritdoc/>
    public Task<Operation?> FindAsync(string operationId) => Task.FromResult(_byId.GetValueOrDefault(operationId));

    /// <inheritdoc/>
    public Task<Operation?> FindReversalOfAsync(string operationId) => Task.FromResult(_reversals.GetValueOrDefault(operationId));

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
        if (!_byAccount.TryGetValue(operation.AccountId, out var ofAccount))
        {
            _byAccount[operation.AccountId] = ofAccount = [];
        }

        if (_byId.ContainsKey(operation.Id) || _byKey.ContainsKey(operation.IdempotencyKey)
            || ofAccount.Any(other => other.Sequence == operation.Sequence)
            || (operation.Reverses is { } taken && _reversals.ContainsKey(taken)))
        {
            throw new InvalidOperationException("A second operation with this id, key, place or reversed operation.");
        }

        _operations.Add(operation);
        ofAccount.Add(operation);
        _byId.Add(operation.Id, operation);
        _byKey.Add(operation.IdempotencyKey, operation);
        if (operation.Reverses is { } reversed)
        {
            _reversals.Add(reversed, operation);
        }

        _accounts[operation.AccountId] = after;
        return Task.CompletedTask;
    }
}
