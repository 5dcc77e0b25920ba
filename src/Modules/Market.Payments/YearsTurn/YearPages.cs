using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Payments.Books;
using Market.Payments.Models;
using Market.Payments.Storage;
using Market.Payments.ViewModels;
using OrchardCore.Settings;
using YesSql;

namespace Market.Payments.YearsTurn;

/// <summary>Gathers what the page of a year says.</summary>
public sealed class YearPages(
    FinancialYears years,
    CarriedBalances balances,
    BooksHealth health,
    YesSqlClosingStore closings,
    IEnumerable<ILockTrail> trails,
    IEnumerable<IYearMatters> matters,
    ISiteService siteService,
    IMarketCalendar calendar,
    ISession session)
{
    private const int MovesShown = 10;

    /// <summary>The year that a day is in.</summary>
    /// <param name="day">The day; none for the last year that is over.</param>
    /// <param name="mayLock">Whether the reader may move the lock.</param>
    public async Task<YearViewModel> ReadAsync(DateOnly? day, bool mayLock)
    {
        var today = await calendar.TodayAsync();
        var year = await years.OfAsync(day ?? (await years.OfAsync(today)).From.AddDays(-1));
        var accounting = await siteService.GetSettingsAsync<AccountingSettings>();
        var hanging = new List<YearMatter>();
        foreach (var one in matters)
        {
            hanging.AddRange(await one.FindAsync(year.From, year.To));
        }

        var trail = trails.FirstOrDefault();
        return new YearViewModel
        {
            Year = year,
            IsOver = year.To < today,
            LockDay = accounting.LockDay,
            FirstOpenDay = await years.FirstOpenDayAsync(),
            Moves = trail is null ? [] : await trail.ListAsync(MovesShown),
            HasTrail = trail is not null,
            MayLock = mayLock,
            Books = await health.ReadAsync(),
            LastClosedYear = (await closings.ListYearsAsync()).Select(closing => closing.Period.Key).LastOrDefault(),
            Archives = [.. (await session.Query<ArchiveRecord>(LedgerCollection.Name).ListAsync()).Where(record => IsOf(record, year)).OrderByDescending(record => record.MadeAt)],
            Carried = await balances.AtEndOfAsync(year.To),
            Matters = hanging,
            HasSiren = Siren.TryParse(accounting.Siren, out _),
            Zone = await calendar.GetZoneAsync(),
        };
    }

    private static bool IsOf(ArchiveRecord record, FinancialYear year) =>
        record.Year == FormattableString.Invariant($"{year.From.Year:d4}") || record.Year == FormattableString.Invariant($"{year.To.Year:d4}");
}
