using Market.Ledger.Amounts;

namespace Market.Orders.ViewModels;

/// <summary>The sheet that an order is filled in on: what is offered, by producer, with the quantities so far.</summary>
/// <param name="Groups">The products of each producer.</param>
/// <param name="Total">What the quantities so far cost.</param>
public sealed record OrderSheet(IReadOnlyList<OrderSheetGroup> Groups, Money Total);
