using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Entries;

/// <summary>Marks that an order was handed over, or was not after all. It posts nothing.</summary>
public sealed class CollectedAction(CounterShops shops, IStringLocalizer<CollectedAction> S) : ICounterAction
{
    public const string Name = "collected";

    public string Kind => Name;

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Data.Flag(Name) is null || await shops.FindOrderAsync(entry) is not { } order
            ? new CounterAnswer.Refused(S["There is no such order any more, so it is not marked."])
            : new CounterAnswer.Taken([]) { OrderId = order.Id };
    }

    // The mark before it holds again: see CollectedOrders.
    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => Task.FromResult<CounterAnswer>(new CounterAnswer.Taken([]));
}
