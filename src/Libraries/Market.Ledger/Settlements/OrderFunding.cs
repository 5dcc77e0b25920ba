using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>
/// How much of an order was paid by one operation of a payment method. Derived, by the rules of <see cref="Allocation"/>: money that
/// names an order pays that order, the rest the oldest debts first. Money given back by the method is the method's no more: what names an
/// order is taken from that order, what names none from what is held, and where nothing is held from what paid the newest.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="OperationId">The payment.</param>
/// <param name="Amount">How much. Positive; all of an account together are never more than the method brought in and did not give back.</param>
public sealed record OrderFunding(string OrderId, string OperationId, Money Amount)
{
    /// <summary>Tells which orders of an account a method's money paid.</summary>
    /// <param name="operations">All operations of one account, in their order.</param>
    /// <param name="method">The technical name of the payment method.</param>
    /// <param name="currency">The market's currency.</param>
    public static IReadOnlyList<OrderFunding> Of(IEnumerable<Operation> operations, string method, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(currency);
        var heaps = DebtHeap.Gather(operations);
        var held = new Purse();
        var funded = new List<(string OrderId, Operation Payment, long Amount)>();
        var unpaid = new Dictionary<DebtHeap, long>();
        var gone = 0L;
        foreach (var heap in heaps)
        {
            var own = new Purse();
            foreach (var (root, amount) in heap.Money.GroupBy(money => money.Root).Select(money => (money.Key, money.Sum(movement => movement.Amount))))
            {
                if (amount > 0)
                {
                    own.Put(root, amount);
                }
                else if (amount < 0 && heap.OrderId is not null)
                {
                    GiveBack(own, root, -amount);
                }
            }

            var spent = own.Take(heap.Cost);
            Fund(heap, spent, heap.Cost);
            unpaid[heap] = heap.Cost - spent.Sum(part => part.Amount);
            var left = Math.Max(0, heap.Net);
            foreach (var part in own.Take(left))
            {
                held.Put(part.Payment, part.Amount);
                left -= part.Amount;
            }

            held.Put(null, left);
        }

        foreach (var heap in heaps.Where(heap => heap.Net < 0).OrderBy(heap => !heap.IsRefund))
        {
            if (heap.IsRefund)
            {
                GiveBack(held, heap.First, -heap.Net);
            }
            else
            {
                // What it owes beyond its cost is money that was given back too much.
                Fund(heap, held.Take(-heap.Net), unpaid[heap]);
            }
        }

        gone = held.TakeNewest(gone, IsOfMethod);
        for (var last = funded.Count - 1; gone > 0 && last >= 0; last--)
        {
            var less = Math.Min(gone, funded[last].Amount);
            gone -= less;
            funded[last] = funded[last] with { Amount = funded[last].Amount - less };
        }

        return [.. funded.Where(part => part.Amount > 0).Select(part => new OrderFunding(part.OrderId, part.Payment.Id, new Money(part.Amount, currency)))];

        void Fund(DebtHeap heap, IEnumerable<(Operation? Payment, long Amount)> parts, long most)
        {
            foreach (var (payment, amount) in parts)
            {
                var counted = Math.Clamp(most, 0, amount);
                most -= amount;
                if (heap.OrderId is { } orderId && IsOfMethod(payment))
                {
                    funded.Add((orderId, payment!, counted));
                    gone = Math.Max(0, gone - (amount - counted));
                }
            }
        }

        void GiveBack(Purse purse, Operation refund, long amount)
        {
            var missing = purse.TakeNewest(amount, payment => payment?.Method == refund.Method);
            purse.TakeNewest(missing, _ => true);
            gone += IsOfMethod(refund) ? missing : 0;
        }

        bool IsOfMethod(Operation? operation) => operation?.Method == method;
    }
}
