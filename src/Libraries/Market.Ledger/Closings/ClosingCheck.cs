using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;

namespace Market.Ledger.Closings;

/// <summary>
/// Recomputes every closing while the operations go by. Those that end together share one root. An account's operations are in the order
/// they were recorded, so its head at each end is known when the first later one comes.
/// </summary>
internal sealed class ClosingCheck : IDisposable
{
    private readonly List<Closing> _closings;

    private readonly End[] _ends;

    private readonly Dictionary<DateTimeOffset, End> _byInstant;

    private string _account = string.Empty;

    private int _next;

    private long _balance;

    private Operation? _last;

    private byte[]? _line;

    public ClosingCheck(IEnumerable<Closing> closings)
    {
        _closings = [.. closings.OrderBy(closing => closing.Period.Kind).ThenBy(closing => closing.Period.Key, StringComparer.Ordinal)];
        _ends = [.. _closings.Select(closing => closing.Period.To).Distinct().Order().Select(instant => new End(instant))];
        _byInstant = _ends.ToDictionary(end => end.Instant);
    }

    public long Count => _closings.Count;

    public void Open(string accountId)
    {
        _account = accountId;
        _next = 0;
        _balance = 0;
        _last = null;
        _line = null;
    }

    public void Add(Operation operation)
    {
        while (_next < _ends.Length && operation.RecordedAt >= _ends[_next].Instant)
        {
            SealNext();
        }

        if (_next < _ends.Length)
        {
            _ends[_next].Count(operation.Amount.MinorUnits);
        }

        _balance += operation.Amount.MinorUnits;
        _last = operation;
        _line = null;
    }

    public void Add(PayoutEntry entry)
    {
        foreach (var end in _ends.Where(end => entry.RecordedAt < end.Instant))
        {
            end.Payouts = new PayoutHead(entry.Sequence, entry.Hash);
        }
    }

    public void Add(DrawerEntry entry)
    {
        foreach (var end in _ends.Where(end => entry.RecordedAt < end.Instant))
        {
            end.Drawers = new DrawerHead(entry.Sequence, entry.Hash);
        }
    }

    public void EndAccount()
    {
        while (_next < _ends.Length)
        {
            SealNext();
        }
    }

    public void Finish(Action<Finding> report)
    {
        for (var i = 0; i < _ends.Length; i++)
        {
            _ends[i].Seal();
            if (i > 0)
            {
                _ends[i].GoOnFrom(_ends[i - 1]);
            }
        }

        foreach (var kind in _closings.GroupBy(closing => closing.Period.Kind))
        {
            Closing? previous = null;
            foreach (var closing in kind)
            {
                if (Judge(closing, previous) is { } finding)
                {
                    report(finding with { Period = closing.Period });
                    break;
                }

                previous = closing;
            }
        }
    }

    public void Dispose()
    {
        foreach (var end in _ends)
        {
            end.Root.Dispose();
        }
    }

    private void SealNext()
    {
        if (_last is not null)
        {
            _line ??= HeadsRoot.Encoded(new ClosedHead(_account, _last.Sequence, new Money(_balance, _last.Amount.Currency), _last.Hash));
            _ends[_next].Root.Add(_account, _line);
        }

        _next++;
    }

    private Finding? Judge(Closing closing, Closing? previous)
    {
        if (ClosingHash.Of(closing) is var hash && hash != closing.Hash)
        {
            return new Finding(Misfit.ClosingChanged) { Expected = hash, Found = closing.Hash };
        }

        if (previous is not null && !closing.Period.Follows(previous.Period))
        {
            return new Finding(Misfit.ClosingGap) { Expected = ClosingKey.TryNext(previous.Period.Kind, previous.Period.Key), Found = closing.Period.Key };
        }

        if (closing.PreviousHash != (previous?.Hash ?? string.Empty))
        {
            return new Finding(Misfit.ClosingPrevious) { Expected = previous?.Hash ?? string.Empty, Found = closing.PreviousHash };
        }

        var end = _byInstant[closing.Period.To];
        var before = previous is null ? null : _byInstant[previous.Period.To];
        return Differs(Misfit.ClosingTotals, end.Since(before), Text(closing.Totals))
            ?? Differs(Misfit.ClosingPerpetual, end.Since(null), Text(closing.Perpetual))
            ?? Differs(Misfit.ClosingRoot, $"{end.Root.Count} {end.Root.Value}", $"{closing.Accounts} {closing.Root}");
    }

    private static Finding? Differs(Misfit misfit, string expected, string found) =>
        expected == found ? null : new Finding(misfit) { Expected = expected, Found = found };

    private static string Text(LedgerTotals totals) => Text(totals.Operations, totals.Debits.MinorUnits, totals.Credits.MinorUnits);

    private static string Text(long operations, long debits, long credits) =>
        $"{CanonicalText.Number(operations)} {CanonicalText.Number(debits)} {CanonicalText.Number(credits)}";

    /// <summary>An instant at which a period ended: what was recorded before it, and the heads at it.</summary>
    private sealed class End(DateTimeOffset instant)
    {
        private long _operations;

        private long _debits;

        private long _credits;

        public DateTimeOffset Instant { get; } = instant;

        public HeadsRoot Root { get; } = new();

        public PayoutHead? Payouts { get; set; }

        public DrawerHead? Drawers { get; set; }

        public void Count(long minorUnits)
        {
            _operations++;
            _debits -= Math.Min(0, minorUnits);
            _credits += Math.Max(0, minorUnits);
        }

        public void Seal()
        {
            if (Payouts is { } payouts)
            {
                Root.End(payouts);
            }

            if (Drawers is { } drawers)
            {
                Root.End(drawers);
            }
        }

        public void GoOnFrom(End earlier)
        {
            _operations += earlier._operations;
            _debits += earlier._debits;
            _credits += earlier._credits;
        }

        public string Since(End? earlier) =>
            Text(_operations - (earlier?._operations ?? 0), _debits - (earlier?._debits ?? 0), _credits - (earlier?._credits ?? 0));
    }
}
