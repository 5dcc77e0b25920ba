using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;
using Market.Ledger.Postings;

namespace Market.Ledger.Closings;

/// <summary>
/// Makes the closing of a period from the one of its kind before it, the period's operations and every account's head at its end.
/// They come one at a time and are not kept.
/// </summary>
public sealed class ClosingDraft : IDisposable
{
    private readonly Currency _currency;

    private readonly ClosingPeriod _period;

    private readonly Closing? _previous;

    private readonly HeadsRoot _root = new();

    private LedgerTotals _totals;

    private long _sequences;

    private Money _balances;

    /// <summary>Begins a closing.</summary>
    /// <param name="period">What is to be closed.</param>
    /// <param name="previous">The last closing of this kind; none for the first.</param>
    /// <param name="currency">The market's currency.</param>
    /// <exception cref="ArgumentException">The period does not follow the previous one's.</exception>
    public ClosingDraft(ClosingPeriod period, Closing? previous, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(currency);
        if (previous is not null && !period.Follows(previous.Period))
        {
            throw new ArgumentException($"{period.Key} does not follow {previous.Period.Key}.", nameof(period));
        }

        _period = period;
        _previous = previous;
        _currency = currency;
        _totals = LedgerTotals.None(currency);
        _balances = Money.Zero(currency);
    }

    /// <summary>Counts an operation of the period. Their order does not matter.</summary>
    /// <exception cref="ArgumentException">It was not recorded in the period.</exception>
    public void Add(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (!_period.Contains(operation.RecordedAt))
        {
            throw new ArgumentException($"Operation {operation.Id} was not recorded in {_period.Key}.", nameof(operation));
        }

        _totals = _totals.With(operation);
    }

    /// <summary>Counts operations of the period that somebody else summed.</summary>
    public void Add(LedgerTotals totals) => _totals += totals;

    /// <summary>Adds the head of an account as of the period's end.</summary>
    /// <exception cref="ArgumentException">Its account does not come after the last one's, ordinally.</exception>
    public void Add(ClosedHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        _root.Add(head);
        _sequences += head.Sequence;
        _balances += head.Balance;
    }

    /// <summary>Adds the head of payouts as of the period's end, after the accounts'; only where one was booked by then.</summary>
    public void Add(PayoutHead payouts) => _root.End(payouts);

    /// <summary>Adds the head of cash drawers as of the period's end, after that of payouts; only where one was opened by then.</summary>
    public void Add(DrawerHead drawers) => _root.End(drawers);

    /// <summary>Closes the period.</summary>
    /// <param name="closedAt">The time.</param>
    /// <exception cref="BooksDoNotBalanceException">The heads do not come to what the operations come to: nothing is closed until a verification has said why.</exception>
    public Closing Finish(DateTimeOffset closedAt)
    {
        var perpetual = (_previous?.Perpetual ?? LedgerTotals.None(_currency)) + _totals;
        if (perpetual.Operations != _sequences || perpetual.Net != _balances)
        {
            throw new BooksDoNotBalanceException(_period, perpetual, _sequences, _balances);
        }

        var unsealed = new Closing
        {
            Period = _period,
            Totals = _totals,
            Perpetual = perpetual,
            Accounts = _root.Count,
            Root = _root.Value,
            ClosedAt = closedAt.UtcDateTime.ToTheMillisecond(),
            PreviousHash = _previous?.Hash ?? string.Empty,
            Hash = string.Empty,
        };
        return unsealed with { Hash = ClosingHash.Of(unsealed) };
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();
}
