using Market.Ledger.Amounts;

namespace Market.Ledger.Allocations;

/// <summary>
/// Which money pays which debt (<i>lettrage</i>): what names an order pays that order, the rest pays the oldest debts first.
/// Derived from an account's operations each time; nothing of it is stored.
/// </summary>
/// <param name="Orders">Every order of the account, from the oldest.</param>
/// <param name="OtherDebts">What is owed that no order explains: a fee, a debt brought forward, money given back too much. Not negative.</param>
/// <param name="Credit">What is held for the member once every debt is paid. Not negative; zero while anything is owed.</param>
/// <param name="Debts">Every debt still open, from the oldest: those of orders are what remains of them, the others sum to <paramref name="OtherDebts"/>.</param>
public sealed record Allocation(IReadOnlyList<OrderStanding> Orders, Money OtherDebts, Money Credit, IReadOnlyList<OpenDebt> Debts)
{
    /// <summary>Allocates an account.</summary>
    /// <param name="operations">All operations of one account, in their order.</param>
    /// <param name="currency">The market's currency.</param>
    public static Allocation Of(IEnumerable<Operation> operations, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(currency);
        return Of(Settling.Of(operations), currency);
    }

    internal static Allocation Of(Settling settling, Currency currency)
    {
        var orders = new List<OrderStanding>();
        var debts = new List<(OpenDebt Debt, long Sequence)>();
        foreach (var (heap, owed, _) in settling.Heaps)
        {
            if (heap.OrderId is { } orderId)
            {
                var total = Math.Max(0, heap.Cost);
                var ofOrder = Math.Min(owed, total);
                orders.Add(new OrderStanding(orderId, heap.DistributionId, heap.Since, new Money(total, currency), new Money(ofOrder, currency)));
                Owe(heap, heap.First, OperationKind.Order, orderId, ofOrder);
                Owe(heap, heap.Refund ?? heap.First, OperationKind.Refund, null, owed - ofOrder);
            }
            else
            {
                Owe(heap, heap.First, heap.First.Kind, null, owed);
            }
        }

        var open = debts.OrderBy(open => open.Debt.Since).ThenBy(open => open.Sequence).Select(open => open.Debt).ToList();
        var others = open.Where(debt => debt.OrderId is null).Sum(debt => debt.Remaining.MinorUnits);
        return new Allocation(orders, new Money(others, currency), new Money(settling.Held, currency), open);

        void Owe(DebtHeap heap, Operation since, OperationKind kind, string? orderId, long remaining)
        {
            if (remaining > 0)
            {
                debts.Add((new OpenDebt(since.OccurredOn, kind, orderId, heap.DistributionId, new Money(remaining, currency)), since.Sequence));
            }
        }
    }
}
