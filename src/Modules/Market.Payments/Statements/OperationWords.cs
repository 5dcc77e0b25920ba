using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Gifts;
using Market.Ledger.Methods;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Statements;

/// <summary>Says what an operation is, the same on every statement.</summary>
public sealed class OperationWords(IEnumerable<IPaymentMethod> methods, IStringLocalizer<OperationWords> S)
{
    /// <summary>One line: "Order, 19 November", "Cheque 0004512, Crédit Agricole".</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="orders">What shops call their orders, by order id.</param>
    public string Title(Operation operation, IReadOnlyDictionary<string, OrderName> orders)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Kind switch
        {
            OperationKind.Order when operation.Amount.IsPositive => S["{0} (changed), {1}", Label(operation.OrderId, orders), Day(DayOf(operation, orders))],
            OperationKind.Order => $"{Label(operation.OrderId, orders)}, {Day(DayOf(operation, orders))}",
            OperationKind.Payment => WithDetails(MethodName(operation.Method), operation),
            OperationKind.Refund => WithDetails(S["Refund, {0}", MethodName(operation.Method)], operation),
            OperationKind.Transfer when operation.Details.TryGetValue(CreditGift.OtherAccountDetail, out var other) =>
                operation.Amount.IsPositive ? S["Gift of credit from {0}", other] : S["Gift of credit to {0}", other],
            OperationKind.Deposit when operation.Amount.IsPositive => S["Packaging brought back"],
            _ => Kind(operation.Kind),
        };
    }

    /// <summary>One line that says which operation is meant, where it stands alone: its title with its day.</summary>
    public string Named(Operation operation, IReadOnlyDictionary<string, OrderName> orders)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Kind is OperationKind.Order ? Title(operation, orders) : $"{Title(operation, orders)} ({Day(operation.OccurredOn)})";
    }

    /// <summary>What a title does not say: the day, which an order has in its title, and the memo.</summary>
    public static string Note(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var day = operation.Kind is OperationKind.Order ? null : Day(operation.OccurredOn);
        return string.Join(" · ", new[] { day, operation.Memo }.OfType<string>());
    }

    public string Kind(OperationKind kind) => kind switch
    {
        OperationKind.OpeningBalance => S["Opening balance"],
        OperationKind.Order => S["Order"],
        OperationKind.Payment => S["Payment"],
        OperationKind.Refund => S["Refund"],
        OperationKind.Adjustment => S["Adjustment"],
        OperationKind.Transfer => S["Move between accounts"],
        OperationKind.Fee => S["Fee"],
        OperationKind.WriteOff => S["Debt given up"],
        OperationKind.Deposit => S["Deposit on packaging"],
        OperationKind.Reversal => S["Reversal"],
        _ => throw new InvalidOperationException($"No word for {kind}."),
    };

    /// <summary>An order that is not paid: "Order, 19 November".</summary>
    public string Order(OrderStanding order, IReadOnlyDictionary<string, OrderName> orders)
    {
        ArgumentNullException.ThrowIfNull(order);
        return $"{Label(order.OrderId, orders)}, {Day(orders.DayOf(order))}";
    }

    public string State(OrderState state) => state switch
    {
        OrderState.Paid => S["paid"],
        OrderState.PartPaid => S["part-paid"],
        _ => S["unpaid"],
    };

    /// <summary>A day with its month in words.</summary>
    public static string Day(DateOnly day) => day.InWords();

    /// <summary>A method's name for people.</summary>
    public string MethodName(string? name) => Known(name)?.Label ?? name ?? string.Empty;

    private string Label(string? orderId, IReadOnlyDictionary<string, OrderName> orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return orders.GetValueOrDefault(orderId ?? string.Empty)?.Label ?? Kind(OperationKind.Order);
    }

    // The day that its page shows, also once the distribution was moved.
    private static DateOnly DayOf(Operation operation, IReadOnlyDictionary<string, OrderName> orders) =>
        orders.GetValueOrDefault(operation.OrderId ?? string.Empty)?.Day ?? operation.OccurredOn;

    private IPaymentMethod? Known(string? name) => methods.FirstOrDefault(method => method.Name == name);

    // In the order the method asks for them, whatever order they were kept in.
    private string WithDetails(string title, Operation operation)
    {
        var details = (Known(operation.Method)?.Fields.Select(field => field.Name) ?? operation.Details.Keys)
            .Select(name => operation.Details.GetValueOrDefault(name))
            .OfType<string>();
        return string.Join(", ", details) is { Length: > 0 } text ? $"{title} {text}" : title;
    }
}
