using Market.Payments.Storage;

namespace Market.Payments.Outbox;

/// <summary>Keeps events in the unit of work that raises them, and has them told once it is committed.</summary>
public sealed class OutboxEvents(OutboxTable table, UnitOfWorkScope unit, StoreFault fault, OutboxKick kick) : IMarketEvents
{
    private bool _kicks;

    public Task RaiseAsync(MarketEvent marketEvent)
    {
        ArgumentNullException.ThrowIfNull(marketEvent);
        if (!unit.IsUnderWay)
        {
            throw new InvalidOperationException($"{marketEvent.Name} is raised outside a unit of work: nothing would say whether it happened.");
        }

        if (!_kicks)
        {
            _kicks = true;
            kick.StartAfterCommit();
        }

        return fault.WatchAsync(async () =>
        {
            await table.AddAsync(marketEvent, RisingId.New());
            return true;
        });
    }
}
