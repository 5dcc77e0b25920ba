using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.ViewModels;

/// <summary>An order in the coordinators' list.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AccountId">The account that pays.</param>
/// <param name="Account">The account's facts; null where it is unknown.</param>
/// <param name="Status">What has become of the order.</param>
/// <param name="Due">What the account should owe for it.</param>
/// <param name="Posted">What the account owes for it.</param>
public sealed record AdminOrderRow(string OrderId, string AccountId, ClientAccount? Account, OrderStatus Status, Money Due, Money Posted)
{
    /// <summary>Whether the books do not say what the order says.</summary>
    public bool Differs => Due != Posted;
}
