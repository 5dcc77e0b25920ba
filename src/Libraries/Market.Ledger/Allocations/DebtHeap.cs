namespace Market.Ledger.Allocations;

/// <summary>What belongs together in an account: an order with all that names it; any other operation with its reversal.</summary>
internal sealed class DebtHeap
{
    private readonly Operation _root;
    private readonly List<Operation> _lines = [];
    private readonly List<(Operation Root, long Amount)> _money = [];

    private DebtHeap(Operation root) => _root = root;

    public string? OrderId => _root.OrderId;

    /// <summary>The first debit, a refund only where there is no other: money that moved before it makes a debt no older.</summary>
    public Operation First => Debit ?? _root;

    public string? DistributionId => First.DistributionId;

    public DateOnly Since => First.OccurredOn;

    public Operation? Refund { get; private set; }

    /// <summary>What it gives the member where it is no debt and no payment brought it: an adjustment, a balance brought forward, a gift.</summary>
    public Operation? Credit { get; private set; }

    /// <summary>What it costs, line by line: all in it that is not money.</summary>
    public IReadOnlyList<Operation> Lines => _lines;

    /// <summary>Whether it is money given back that names no order.</summary>
    public bool IsRefund => _root.OrderId is null && _root.Kind is OperationKind.Refund;

    public long Net { get; private set; }

    /// <summary>What it costs, without the money that pays it.</summary>
    public long Cost { get; private set; }

    /// <summary>Its money: each payment and refund, less what a reversal of it undid.</summary>
    public IReadOnlyList<(Operation Root, long Amount)> Money => _money;

    private Operation? Debit { get; set; }

    /// <summary>The heaps of an account, from the oldest.</summary>
    public static List<DebtHeap> Gather(IEnumerable<Operation> operations)
    {
        var byId = new Dictionary<string, Operation>(StringComparer.Ordinal);
        var (orders, others) = (new Dictionary<string, DebtHeap>(StringComparer.Ordinal), new Dictionary<string, DebtHeap>(StringComparer.Ordinal));
        foreach (var operation in operations)
        {
            byId[operation.Id] = operation;
            var root = operation.Reverses is { } reversed ? byId.GetValueOrDefault(reversed, operation) : operation;
            var (heaps, key) = root.OrderId is { } orderId ? (orders, orderId) : (others, root.Id);
            if (!heaps.TryGetValue(key, out var heap))
            {
                heaps[key] = heap = new DebtHeap(root);
            }

            heap.Add(operation, root);
        }

        List<DebtHeap> gathered = [.. orders.Values, .. others.Values];
        gathered.Sort((one, other) => one.Since.CompareTo(other.Since) is not 0 and var byDay ? byDay : one.First.Sequence.CompareTo(other.First.Sequence));
        return gathered;
    }

    private void Add(Operation operation, Operation root)
    {
        if (operation is { Reverses: null, Amount.IsNegative: true }
            && (Debit is null || (Debit.Kind is OperationKind.Refund && operation.Kind is not OperationKind.Refund)))
        {
            Debit = operation;
        }

        if (operation is { Reverses: null, Kind: OperationKind.Refund })
        {
            Refund ??= operation;
        }

        if (operation is { Reverses: null, Amount.IsPositive: true } && !IsMoney(operation))
        {
            Credit ??= operation;
        }

        Net += operation.Amount.MinorUnits;
        if (IsMoney(root))
        {
            Move(root, operation);
        }
        else
        {
            _lines.Add(operation);
            Cost -= operation.Amount.MinorUnits;
        }
    }

    private void Move(Operation root, Operation operation)
    {
        var undone = ReferenceEquals(root, operation) ? -1 : _money.FindIndex(one => ReferenceEquals(one.Root, root));
        if (undone < 0)
        {
            _money.Add((root, operation.Amount.MinorUnits));
        }
        else
        {
            _money[undone] = (root, _money[undone].Amount + operation.Amount.MinorUnits);
        }
    }

    private static bool IsMoney(Operation root) => root.Kind is OperationKind.Payment or OperationKind.Refund;
}
