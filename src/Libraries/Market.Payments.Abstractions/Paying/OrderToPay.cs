using Market.Ledger.Allocations;

namespace Market.Payments;

/// <summary>A member's own order that is not paid yet. What pays online adds itself to the order's page by a display driver of this.</summary>
/// <param name="Account">The account that pays.</param>
/// <param name="Order">The order and what is left to pay of it.</param>
public sealed record OrderToPay(ClientAccount Account, OrderStanding Order);
