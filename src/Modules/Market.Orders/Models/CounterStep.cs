namespace Market.Orders.Models;

/// <summary>What an entry of the counter did to an order, so that it can be undone while the person still stands there. Part of its order's document.</summary>
public sealed class CounterStep
{
    /// <summary>The counter's entry.</summary>
    public string EntryId { get; set; } = string.Empty;

    /// <summary>Whether it placed the order.</summary>
    public bool IsPlacing { get; set; }

    /// <summary>The lines it changed, as they were; without those that it added.</summary>
    public IList<OrderLine> Before { get; set; } = [];

    /// <summary>The lines it changed or added, as it left them.</summary>
    public IList<OrderLine> After { get; set; } = [];
}
