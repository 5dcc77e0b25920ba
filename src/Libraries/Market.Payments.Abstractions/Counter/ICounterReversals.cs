namespace Market.Payments;

/// <summary>Undoes an entry of the counter that did nothing but post, for its <see cref="ICounterAction"/>. Registered where the counter is on.</summary>
public interface ICounterReversals
{
    /// <summary>Reverses each operation of an entry, the last one first, with a reason for the statement.</summary>
    /// <inheritdoc cref="ICounterAction.UndoAsync" path="/param"/>
    Task<CounterAnswer> ReverseAsync(CounterEntry undo, CounterTaken taken);
}
