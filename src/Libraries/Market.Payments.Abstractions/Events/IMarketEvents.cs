namespace Market.Payments;

/// <summary>
/// Tells workflows what happened, after it is committed. An event is kept in the unit of work that raises it: it is told if that
/// commits, and never if not; a process that dies in between tells it when it is back.
/// </summary>
public interface IMarketEvents
{
    /// <summary>Keeps an event in the unit of work that is under way.</summary>
    Task RaiseAsync(MarketEvent marketEvent);
}
