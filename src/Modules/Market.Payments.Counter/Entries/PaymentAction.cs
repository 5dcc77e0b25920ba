using Market.Ledger;

namespace Market.Payments.Counter.Entries;

/// <summary>A payment at the stall. It pays the order it names first, then the oldest debts; what is beyond stays as credit.</summary>
public sealed class PaymentAction(MoneyTaking money, CounterShops shops, ICounterReversals reversals) : ICounterAction
{
    public string Kind => "payment";

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (method, amount, fault) = await money.ReadAsync(entry);
        return method is null
            ? new CounterAnswer.Refused(fault!)
            : await money.PostAsync(entry, OperationKind.Payment, method, amount, (await shops.FindOrderAsync(entry))?.Id);
    }

    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => reversals.ReverseAsync(undo, taken);
}
