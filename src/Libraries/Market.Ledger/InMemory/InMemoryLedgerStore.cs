using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Pending;

namespace Market.Ledger.InMemory;

/// <summary>A ledger store in memory, for samples and tests: it obeys the same contract as one on a database. One caller at a time.</summary>
public sealed class InMemoryLedgerStore(Currency currency) : ILedgerStore, IPendingPaymentStore, IClosingStore
{
    private readonly Dictionary<string, AccountHead> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Operation>> _operationsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(string AccountId, string OrderId), List<Operation>> _debits = [];
    private readonly HashSet<(string AccountId, long Sequence)> _places = [];
    private readonly List<Operation> _operations = [];
    private readonly Dictionary<string, Operation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> _reversals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingPayment> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pendingKeys = new(StringComparer.Ordinal);
    private readonly List<Closing> _closings = [];
    private Stack<Action>? _undo;

    /// <summary>Every operation, in the order they were posted.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Every pending payment, whatever became of it.</summary>
    public IReadOnlyCollection<PendingPayment> PendingPayments => _pending.Values;

    /// <summary>Every closing, in the order they were kept.</summary>
    public IReadOnlyList<Closing> Closings => _closings;

    /// <summary>The ids of all accounts, sorted ordinally.</summary>
    public IEnumerable<string> AccountIds => _accounts.Keys.Order(StringComparer.Ordinal);

    /// <summary>Opens an account, or changes whether it is open and its floor.</summary>
    public void SetAccount(string accountId, bool isOpen = true, Money? floor = null) =>
        Put(_accounts, accountId, _accounts.TryGetValue(accountId, out var head)
            ? head with { IsOpen = isOpen, Floor = floor }
            : new AccountHead(accountId, isOpen, Money.Zero(currency), 0, string.Empty, floor));

    /// <summary>The operations of an account, in their order.</summary>
    public IEnumerable<Operation> OperationsOf(string accountId) => _operationsOf.GetValueOrDefault(accountId, []);

    /// <summary>
    /// Begins a transaction: what is done from now on is kept once it is committed, and undone when it is disposed of before.
    /// Without one, each change is kept at once.
    /// </summary>
    /// <exception cref="InvalidOperationException">One is under way.</exception>
    public InMemoryTransaction Begin()
    {
        if (_undo is not null)
        {
            throw new InvalidOperationException("A transaction is under way.");
        }

        _undo = new Stack<Action>();
        return new InMemoryTransaction(End);
    }

    /// <inheritdoc/>
    public Task<AccountHead?> LockAsync(string accountId) =>
        Task.FromResult(_accounts.TryGetValue(accountId, out var head)
            ? head with
            {
                ClosedUntil = _closings.Count == 0 ? null : _closings.Max(closing => closing.Period.To),
                OpenFrom = ClosingKey.OpenFrom(_closings.Where(closing => closing.Period.Kind is ClosingKind.Yearly).Max(closing => closing.Period.Key)),
            }
            : null);

    /// <inheritdoc/>
    public Task<Operation?> FindByKeyAsync(string idempotencyKey) => Task.FromResult(_byKey.GetValueOrDefault(idempotencyKey));

    /// <inheritdoc/>
    public Task<Operation?> FindAsync(string operationId) => Task.FromResult(_byId.GetValueOrDefault(operationId));

    /// <inheritdoc/>
    public Task<Operation?> FindReversalOfAsync(string operationId) => Task.FromResult(_reversals.GetValueOrDefault(operationId));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Operation>> ListOrderAsync(string accountId, string orderId) =>
        Task.FromResult<IReadOnlyList<Operation>>([.. _debits.GetValueOrDefault((accountId, orderId), [])]);

    /// <inheritdoc/>
    public Task AppendAsync(Operation operation, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(after);
        if (_byId.ContainsKey(operation.Id) || _byKey.ContainsKey(operation.IdempotencyKey)
            || (operation.Reverses is { } reversed && _reversals.ContainsKey(reversed))
            || _places.Contains((operation.AccountId, operation.Sequence)))
        {
            throw new InvalidOperationException("A second operation with this id, key, place or reversed operation.");
        }

        if (!_operationsOf.TryGetValue(operation.AccountId, out var ofAccount))
        {
            _operationsOf[operation.AccountId] = ofAccount = [];
        }

        Add(_operations, operation);
        Add(ofAccount, operation);
        if (DebitedOrder(operation) is { } order)
        {
            if (!_debits.TryGetValue((operation.AccountId, order), out var debits))
            {
                _debits[(operation.AccountId, order)] = debits = [];
            }

            Add(debits, operation);
        }

        var place = (operation.AccountId, operation.Sequence);
        _places.Add(place);
        _undo?.Push(Leaving(place));
        Put(_byId, operation.Id, operation);
        Put(_byKey, operation.IdempotencyKey, operation);
        if (operation.Reverses is not null)
        {
            Put(_reversals, operation.Reverses, operation);
        }

        Put(_accounts, operation.AccountId, after);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PendingPayment?> FindPendingByKeyAsync(string idempotencyKey) =>
        Task.FromResult(_pendingKeys.TryGetValue(idempotencyKey, out var id) ? _pending[id] : null);

    /// <inheritdoc/>
    public Task<PendingPayment?> FindPendingAsync(string id) => Task.FromResult(_pending.GetValueOrDefault(id));

    /// <inheritdoc/>
    public Task AddPendingAsync(PendingPayment payment, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(after);
        if (_pending.ContainsKey(payment.Id) || _pendingKeys.ContainsKey(payment.IdempotencyKey))
        {
            throw new InvalidOperationException("A second pending payment with this id or key.");
        }

        Put(_pending, payment.Id, payment);
        Put(_pendingKeys, payment.IdempotencyKey, payment.Id);
        Put(_accounts, payment.AccountId, after);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SettlePendingAsync(PendingPayment payment, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(after);
        if (_pending.GetValueOrDefault(payment.Id) is not { State: PendingState.Announced })
        {
            throw new InvalidOperationException("Only a payment that is announced is received or cancelled.");
        }

        Put(_pending, payment.Id, payment);
        Put(_accounts, payment.AccountId, after);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Closing?> FindLastClosingAsync(ClosingKind kind) =>
        Task.FromResult(_closings.Where(closing => closing.Period.Kind == kind).MaxBy(closing => closing.Period.Key, StringComparer.Ordinal));

    /// <inheritdoc/>
    public Task AddClosingAsync(Closing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        if (_closings.Any(other => other.Period.Kind == closing.Period.Kind && other.Period.Key == closing.Period.Key))
        {
            throw new InvalidOperationException("A second closing of this period.");
        }

        Add(_closings, closing);
        return Task.CompletedTask;
    }

    private string? DebitedOrder(Operation operation) => operation.Reverses is { } reversed
        ? _byId.GetValueOrDefault(reversed) is { Kind: OperationKind.Order } debit && debit.AccountId == operation.AccountId ? debit.OrderId : null
        : operation.Kind is OperationKind.Order ? operation.OrderId : null;

    private void Put<T>(Dictionary<string, T> entries, string key, T value)
    {
        _undo?.Push(Restoring(entries, key));
        entries[key] = value;
    }

    private void Add<T>(List<T> list, T item)
    {
        list.Add(item);
        _undo?.Push(Shortening(list));
    }

    // Each is a function of its own, so that nothing is kept for an undo where there is no transaction.
    private Action Leaving((string AccountId, long Sequence) place) => () => _places.Remove(place);

    private static Action Restoring<T>(Dictionary<string, T> entries, string key) =>
        entries.TryGetValue(key, out var before) ? () => entries[key] = before : () => entries.Remove(key);

    private static Action Shortening<T>(List<T> list) => () => list.RemoveAt(list.Count - 1);

    private void End(bool commit)
    {
        while (!commit && _undo!.TryPop(out var undo))
        {
            undo();
        }

        _undo = null;
    }
}
