using System.Collections.Concurrent;
using Market.Ledger.Accounts;
using Market.Ledger.Chain;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;

namespace Market.Ledger.Closings;

/// <summary>
/// Recomputes every closing from what the accounts bring to them, account after account. Those that end together share one root.
/// </summary>
internal sealed class ClosingCheck : IDisposable
{
    // So many that one core hashes for the others to be worth waking.
    private const int AccountsAtOnce = 64;

    private readonly List<Closing> _closings;

    private readonly End[] _ends;

    private readonly DateTimeOffset[] _instants;

    private readonly Dictionary<DateTimeOffset, End> _byInstant;

    private readonly List<AccountClosings> _taken = [];

    public ClosingCheck(IEnumerable<Closing> closings)
    {
        _closings = [.. closings.OrderBy(closing => closing.Period.Kind).ThenBy(closing => closing.Period.Key, StringComparer.Ordinal)];
        _instants = [.. _closings.Select(closing => closing.Period.To).Distinct().Order()];
        _ends = [.. _instants.Select(instant => new End(instant))];
        _byInstant = _ends.ToDictionary(end => end.Instant);
    }

    public long Count => _closings.Count;

    public AccountClosings Begin(string accountId) => new(accountId, _instants);

    public void Take(AccountClosings account)
    {
        foreach (var stretch in account.Stretches)
        {
            _ends[stretch.End].Count(stretch);
        }

        _taken.Add(account);
        if (_taken.Count == AccountsAtOnce)
        {
            AddHeads();
        }
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

    public void Finish(Action<Finding> report)
    {
        AddHeads();
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

    // The root of each end is a hash over all accounts in their order, but no end waits for another.
    private void AddHeads()
    {
        if (_ends.Length > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, _ends.Length), ends =>
            {
                foreach (var account in _taken)
                {
                    account.AddHeads(ends.Item1, ends.Item2, (end, line) => _ends[end].Root.Add(account.AccountId, line));
                }
            });
        }

        _taken.Clear();
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

        public void Count(AccountClosings.Stretch stretch)
        {
            _operations += stretch.Operations;
            _debits += stretch.Debits;
            _credits += stretch.Credits;
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
