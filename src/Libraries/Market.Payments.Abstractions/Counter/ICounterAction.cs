namespace Market.Payments;

/// <summary>
/// One kind of thing that is done at the counter: a payment, a weight, a crate brought back. Register an implementation, scoped, and the
/// counter takes entries of its kind; a kind that nobody takes is refused in words.
/// </summary>
public interface ICounterAction
{
    /// <summary>The kind's technical name: lower-case letters and hyphens, never changed, for records carry it.</summary>
    string Kind { get; }

    /// <summary>
    /// Takes an entry, inside a unit of work of its own whose account is locked; an answer that refuses leaves nothing of it. It is run again
    /// from the start where the database was busy, so it does nothing outside the transaction and starts no unit of work.
    /// </summary>
    Task<CounterAnswer> TakeAsync(CounterEntry entry);

    /// <summary>
    /// Undoes what an entry of this kind did, while the person still stands there: by reversals, never by deletion. It is asked once for an
    /// entry, of its account's last one only, and by somebody who may.
    /// </summary>
    /// <param name="undo">The entry that asks, whose keys the reversals are posted under.</param>
    /// <param name="taken">What was taken.</param>
    Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken);
}
