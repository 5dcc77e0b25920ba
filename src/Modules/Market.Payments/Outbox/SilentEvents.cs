namespace Market.Payments.Outbox;

/// <summary>Where there are no workflows, nobody is told, and nothing is kept for them.</summary>
public sealed class SilentEvents : IMarketEvents
{
    public Task RaiseAsync(MarketEvent marketEvent) => Task.CompletedTask;
}
