using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.Storage;
using Market.Payments.Terms;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace Market.Payments.Books;

/// <summary>Whether the books can be trusted, by what can be told at once and by the last verification.</summary>
public sealed class BooksHealth(ISession session, LedgerTables tables, IMarketCalendar calendar, YesSqlClosingStore closings, ISiteService sites, IClock clock)
{
    /// <summary>How old a verification may be. One runs each night.</summary>
    public static readonly TimeSpan VerifiedWithin = TimeSpan.FromHours(48);

    /// <summary>How long an event may wait to be told.</summary>
    public static readonly TimeSpan ToldWithin = TimeSpan.FromHours(1);

    public async Task<BooksState> ReadAsync()
    {
        var sums = (await tables.QueryAsync<Sums>(
            session,
            $"""
            SELECT (SELECT SUM([Balance]) FROM {tables.Accounts}) AS [Balances],
                (SELECT SUM([Amount]) FROM {tables.Operations}) AS [Operations],
                (SELECT SUM([Pending]) FROM {tables.Accounts}) AS [Kept],
                (SELECT SUM([Amount]) FROM {tables.PendingPayments} WHERE [State] = '{PendingState.Announced}') AS [Announced],
                (SELECT MIN([AnnouncedOn]) FROM {tables.PendingPayments} WHERE [State] = '{PendingState.Announced}') AS [OldestAnnounced],
                (SELECT MIN([RecordedMilliseconds]) FROM {tables.Operations}) AS [Began],
                (SELECT MIN([CreatedMs]) FROM {tables.Outbox}) AS [OldestUntold]
            """)).Single();
        var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        var last = await closings.ListAsync();
        var newestOfEachKind = last.GroupBy(closing => closing.Period.Kind).Select(kind => kind.First()).ToList();
        var began = sums.Began is { } first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : (DateTimeOffset?)null;

        // The hourly task has had its time; what is due since longer was not closed.
        var overdue = (await calendar.GetAsync()).Due(newestOfEachKind, began, now - TimeSpan.FromHours(2)).FirstOrDefault();
        return new BooksState(
            BalancesHold: (sums.Balances ?? 0) == (sums.Operations ?? 0),
            PendingHolds: (sums.Kept ?? 0) == (sums.Announced ?? 0),
            Verification: await session.Query<VerificationRecord>(LedgerCollection.Name).FirstOrDefaultAsync(),
            LastDay: last.FirstOrDefault(closing => closing.Period.Kind == ClosingKind.Daily),
            Overdue: overdue,
            OldestAnnounced: sums.OldestAnnounced is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
            OldestUntold: sums.OldestUntold is { } raised ? DateTimeOffset.FromUnixTimeMilliseconds(raised) : null,
            Zone: MarketZone.Of(await sites.GetSiteSettingsAsync(), clock),
            Now: now);
    }

    private sealed class Sums
    {
        public decimal? Balances { get; set; }

        public decimal? Operations { get; set; }

        public decimal? Kept { get; set; }

        public decimal? Announced { get; set; }

        public string? OldestAnnounced { get; set; }

        public long? Began { get; set; }

        public long? OldestUntold { get; set; }
    }
}
