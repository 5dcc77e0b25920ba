using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Desk;

/// <summary>The way to the counter.</summary>
public sealed class CounterWays(IStringLocalizer<CounterWays> S) : IDeskWays
{
    public IReadOnlyList<string> Rights => [CounterRights.UseCounter];

    public Task<IReadOnlyList<DeskWay>> FindAsync() => Task.FromResult<IReadOnlyList<DeskWay>>([new DeskWay(20, S["Counter"], new DeskLink("Counters")) { Detail = S["market day"] }]);
}
