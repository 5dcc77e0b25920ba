namespace Market.Orders.ViewModels;

/// <summary>The products of a producer on an order sheet.</summary>
/// <param name="Title">The producer's name.</param>
/// <param name="Note">The producer's village.</param>
/// <param name="Lines">The products.</param>
public sealed record OrderSheetGroup(string Title, string Note, IReadOnlyList<OrderSheetLine> Lines);
