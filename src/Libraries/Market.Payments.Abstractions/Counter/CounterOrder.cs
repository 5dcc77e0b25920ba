using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>An order that holds, as the counter shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">The client account that pays.</param>
/// <param name="Revision">Which state of it this is: one more for each change.</param>
/// <param name="Total">What its lines cost together: zero or more.</param>
/// <param name="Lines">Its lines, in their order.</param>
public sealed record CounterOrder(string Id, string AccountId, int Revision, Money Total, IReadOnlyList<CounterLine> Lines);

/// <summary>A line of an order.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">What it was called when it was ordered.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="Quantity">How many are ordered, or came.</param>
/// <param name="Cost">What the line costs: zero or more.</param>
/// <param name="ByWeight">Whether it is priced by weight.</param>
/// <param name="Grams">What it weighs; none where it was not weighed.</param>
public sealed record CounterLine(string ProductId, string Name, string Unit, int Quantity, Money Cost, bool ByWeight, long? Grams);
