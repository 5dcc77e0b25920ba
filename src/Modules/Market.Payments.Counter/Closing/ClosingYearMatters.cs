using Market.Payments.Counter.Entries;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Closing;

/// <summary>The distributions of a year that are not closed.</summary>
public sealed class ClosingYearMatters(CounterShops shops, IDistributionState state, IStringLocalizer<ClosingYearMatters> S) : IYearMatters
{
    private const int MostLookedAt = 500;

    public async Task<IReadOnlyList<YearMatter>> FindAsync(DateOnly from, DateOnly until)
    {
        var ids = (await shops.ListAsync(MostLookedAt)).Where(one => one.Date >= from && one.Date <= until).Select(one => one.Id).ToList();
        var open = ids.Count - (await state.FindManyAsync(ids)).Count;
        return open == 0 ? [] : [new YearMatter(S.Plural(open, "One distribution is not closed.", "{0} distributions are not closed."), "Counters")];
    }
}
