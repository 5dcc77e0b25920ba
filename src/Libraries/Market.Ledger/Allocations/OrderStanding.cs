using Market.Ledger.Amounts;

namespace Market.Ledger.Allocations;

/// <summary>How far an order is paid.</summary>
public enum OrderState
{
    /// <summary>Nothing of it is paid.</summary>
    Unpaid,

    /// <summary>Some of it is paid.</summary>
    PartPaid,

    /// <summary>All of it is paid.</summary>
    Paid,
}

/// <summary>What an order cost and how far it is paid.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DistributionId">The distribution it is collected at.</param>
/// <param name="Since">The day of its first debit, other than a refund where there is another; of what first named it, where it has none.</param>
/// <param name="Total">Its cost, after changes. Not negative.</param>
/// <param name="Remaining">What is still to pay of it. Between zero and the total.</param>
public sealed record OrderStanding(string OrderId, string? DistributionId, DateOnly Since, Money Total, Money Remaining)
{
    /// <summary>What is paid of it.</summary>
    public Money Paid => Total - Remaining;

    /// <summary>Unpaid, part-paid or paid.</summary>
    public OrderState State => Remaining.IsZero ? OrderState.Paid : Paid.IsPositive ? OrderState.PartPaid : OrderState.Unpaid;
}
