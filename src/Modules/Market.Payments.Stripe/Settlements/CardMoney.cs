using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Settlements;

/// <summary>What a payment by card did for an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Payment">The payment.</param>
/// <param name="Received">What it paid of the order and was not given back. Not negative.</param>
/// <param name="Fee">The order's part of what Stripe kept of the payment, as far as that is known.</param>
public sealed record CardMoney(string OrderId, CardPayment Payment, Money Received, Money Fee)
{
    /// <summary>What payments did for the orders of one account.</summary>
    /// <param name="operations">All operations of the account, in their order.</param>
    /// <param name="payments">Those of its payments that count. Money that none of them booked is not in it.</param>
    /// <param name="currency">The market's currency.</param>
    public static IReadOnlyList<CardMoney> Of(IReadOnlyList<Operation> operations, IEnumerable<CardPayment> payments, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(payments);
        var paymentOf = payments
            .SelectMany(payment => payment.Booked.Entries.Values.Select(entry => (entry.OperationId, Payment: payment)))
            .ToDictionary(entry => entry.OperationId, entry => entry.Payment, StringComparer.Ordinal);
        if (paymentOf.Count == 0)
        {
            return [];
        }

        var received = ByPayment(OrderFunding.Of(operations, StripeMethod.MethodName, currency), paymentOf);
        var brought = ByPayment(OrderFunding.Of(WithoutRefunds(operations), StripeMethod.MethodName, currency), paymentOf);
        return [.. paymentOf.Values.Distinct().SelectMany(payment => Of(payment, received[payment].ToList(), brought[payment].ToList(), currency))];
    }

    // Stripe keeps its fee of what is given back: the fee is split over what the payment paid before that, and what is held of it has its part.
    private static IEnumerable<CardMoney> Of(CardPayment payment, List<OrderFunding> received, List<OrderFunding> brought, Currency currency)
    {
        var orders = received.Concat(brought)
            .GroupBy(part => part.OrderId, StringComparer.Ordinal)
            .Select(parts => (OrderId: parts.Key, Received: Of(received, parts.Key), Most: Math.Max(Of(received, parts.Key), Of(brought, parts.Key))))
            .ToList();
        var held = Math.Max(0, payment.Payment.Total.MinorUnits - orders.Sum(order => order.Most));
        var fees = Apportionment.Split(Math.Max(0, payment.FeeMinorUnits ?? 0), [.. orders.Select(order => order.Most), held]);
        return orders.Zip(fees, (order, fee) => new CardMoney(order.OrderId, payment, new Money(order.Received, currency), new Money(fee, currency)));

        static long Of(List<OrderFunding> parts, string orderId) => parts.Where(part => part.OrderId == orderId).Sum(part => part.Amount.MinorUnits);
    }

    private static ILookup<CardPayment, OrderFunding> ByPayment(IReadOnlyList<OrderFunding> funded, Dictionary<string, CardPayment> paymentOf) => funded
        .Where(part => paymentOf.ContainsKey(part.OperationId))
        .ToLookup(part => paymentOf[part.OperationId]);

    private static IEnumerable<Operation> WithoutRefunds(IReadOnlyList<Operation> operations)
    {
        var refunds = operations.Where(operation => operation is { Kind: OperationKind.Refund, Method: StripeMethod.MethodName }).Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        return operations.Where(operation => !refunds.Contains(operation.Id) && !refunds.Contains(operation.Reverses ?? string.Empty));
    }
}
