namespace Market.Payments;

/// <summary>A distribution as the counter shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it takes place.</param>
/// <param name="Date">The market's day.</param>
/// <param name="CollectFrom">From when orders are collected, as the place's clocks show it: <c>18:00</c>; may be empty.</param>
/// <param name="CollectTo">Until when orders are collected; may be empty.</param>
public sealed record CounterDistribution(string Id, string Place, DateOnly Date, string CollectFrom, string CollectTo);
