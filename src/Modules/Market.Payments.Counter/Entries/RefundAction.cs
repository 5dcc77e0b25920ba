using Market.Ledger;
using Market.Ledger.Postings;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Entries;

/// <summary>Money given back at the stall: no more than the account holds.</summary>
public sealed class RefundAction(
    MoneyTaking money,
    ILedgerStore ledger,
    ICounterReversals reversals,
    IRefusalSentences sentences,
    IStringLocalizer<RefundAction> S) : ICounterAction
{
    public string Kind => "refund";

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (method, amount, fault) = await money.ReadAsync(entry);
        if (method is null)
        {
            return new CounterAnswer.Refused(fault!);
        }

        if (!method.Refunds)
        {
            return new CounterAnswer.Refused(sentences.For(new Refusal(RefusalReason.MethodDoesNotRefund)));
        }

        return await ledger.LockAsync(entry.AccountId) is { } account && account.Balance >= amount
            ? await money.PostAsync(entry, OperationKind.Refund, method, -amount, orderId: null)
            : new CounterAnswer.Refused(S["The account does not hold {0}, so that is not given back.", amount.ForPeople()]);
    }

    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => reversals.ReverseAsync(undo, taken);
}
