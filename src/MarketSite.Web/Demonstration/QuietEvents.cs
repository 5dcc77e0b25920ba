using Market.Payments;

namespace MarketSite.Web.Demonstration;

/// <summary>Raises no event of what is only made up: no workflow hears of it, and nobody is written to.</summary>
internal sealed class QuietEvents(IMarketEvents inner) : IMarketEvents
{
    public Task RaiseAsync(MarketEvent marketEvent) => EventSilence.IsKept ? Task.CompletedTask : inner.RaiseAsync(marketEvent);
}
