namespace Market.Orders.Shop;

/// <summary>What a page says of a product below its name.</summary>
/// <param name="Facts">What is said of it.</param>
/// <param name="Day">The day it would be collected on; none where that is not known.</param>
/// <param name="Deposit">The deposit on what it comes in, if that is brought back.</param>
public sealed record ProductSaid(ProductFacts Facts, DateOnly? Day, Deposit? Deposit)
{
    /// <summary>Whether that day is in its season.</summary>
    public bool IsInSeason => Day is { } day && Facts.Season?.Holds(day) == true;
}
