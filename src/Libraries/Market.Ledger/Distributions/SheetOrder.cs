using System.Text.Json.Serialization;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Distributions;

/// <summary>An order of a distribution as it stands when that is closed: what was due against what was paid. No amount of it is negative.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AccountId">The client account that pays it.</param>
/// <param name="Ordered">What it costs by the shop that took it.</param>
/// <param name="Posted">What of that is in the books as its debit.</param>
/// <param name="Due">What the books have the account owe for it: its debit, and the adjustments that name it.</param>
/// <param name="Paid">What of that is paid.</param>
/// <param name="Collected">Whether it was handed over.</param>
public sealed record SheetOrder(string OrderId, string AccountId, Money Ordered, Money Posted, Money Due, Money Paid, bool Collected)
{
    /// <summary>What is left to pay.</summary>
    [JsonIgnore]
    public Money Remaining => Due - Paid;

    /// <summary>Unpaid, part-paid or paid.</summary>
    [JsonIgnore]
    public OrderState State => Remaining.IsZero ? OrderState.Paid : Paid.IsPositive ? OrderState.PartPaid : OrderState.Unpaid;

    /// <summary>Whether the books do not have the debit that the shop asks for.</summary>
    [JsonIgnore]
    public bool Differs => Ordered != Posted;
}
