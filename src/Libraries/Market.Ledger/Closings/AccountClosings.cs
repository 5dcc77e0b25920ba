using Market.Ledger.Amounts;

namespace Market.Ledger.Closings;

/// <summary>
/// What one account brings to closings: what it adds to their totals, and its head at the end of each. Its operations are in the order they
/// were recorded, so its head at an end is known when the first later one comes.
/// </summary>
internal sealed class AccountClosings(string accountId, DateTimeOffset[] ends)
{
    private readonly List<Stretch> _stretches = [];

    private int _next;

    private long _operations;

    private long _debits;

    private long _credits;

    private long _balance;

    private Operation? _last;

    public string AccountId => accountId;

    /// <summary>The stretches in which something was recorded, the first one first.</summary>
    public IReadOnlyList<Stretch> Stretches => _stretches;

    public void Add(Operation operation)
    {
        if (IsOver(operation.RecordedAt))
        {
            EndStretch();
            while (IsOver(operation.RecordedAt))
            {
                _next++;
            }
        }

        var minorUnits = operation.Amount.MinorUnits;
        _operations++;
        _debits -= Math.Min(0, minorUnits);
        _credits += Math.Max(0, minorUnits);
        _balance += minorUnits;
        _last = operation;
    }

    public void End()
    {
        if (_next < ends.Length)
        {
            EndStretch();
        }
    }

    /// <summary>Adds the account's head at each of these ends at which it has one: it stays until the next stretch.</summary>
    public void AddHeads(int from, int to, Action<int, byte[]> add)
    {
        for (var place = 0; place < _stretches.Count; place++)
        {
            var until = place + 1 < _stretches.Count ? Math.Min(to, _stretches[place + 1].End) : to;
            for (var end = Math.Max(from, _stretches[place].End); end < until; end++)
            {
                add(end, _stretches[place].Head);
            }
        }
    }

    private bool IsOver(DateTimeOffset instant) => _next < ends.Length && instant >= ends[_next];

    private void EndStretch()
    {
        if (_operations > 0)
        {
            var head = new ClosedHead(accountId, _last!.Sequence, new Money(_balance, _last.Amount.Currency), _last.Hash);
            _stretches.Add(new Stretch(_next, _operations, _debits, _credits, HeadsRoot.Encoded(head)));
            (_operations, _debits, _credits) = (0, 0, 0);
        }
    }

    /// <summary>The time up to an end in which something was recorded: how many operations, what they come to, and the head at that end.</summary>
    internal readonly record struct Stretch(int End, long Operations, long Debits, long Credits, byte[] Head);
}
