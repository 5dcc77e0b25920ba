namespace Market.Payments.Counter;

/// <summary>The YesSql collection that market day's documents live in.</summary>
public static class CounterCollection
{
    /// <summary>Its name, which is stored and so never changes.</summary>
    public const string Name = "Counter";
}
