using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;

namespace Market.Ledger.Tests.Closings;

public class ClosingCalendarTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly ClosingCalendar Calendar = new(StartInParis);

    [Fact]
    public void A_period_is_named_by_its_day_month_or_year_and_begins_at_the_markets_midnight()
    {
        var instant = Utc(2026, 3, 28, 23, 30);
        Assert.Equal(new ClosingPeriod(ClosingKind.Daily, "2026-03-29", Utc(2026, 3, 28, 23), Utc(2026, 3, 29, 22)), Calendar.PeriodOf(ClosingKind.Daily, instant));
        Assert.Equal(new ClosingPeriod(ClosingKind.Monthly, "2026-03", Utc(2026, 2, 28, 23), Utc(2026, 3, 31, 22)), Calendar.PeriodOf(ClosingKind.Monthly, instant));
        Assert.Equal(new ClosingPeriod(ClosingKind.Yearly, "2026", Utc(2025, 12, 31, 23), Utc(2026, 12, 31, 23)), Calendar.PeriodOf(ClosingKind.Yearly, instant));
    }

    [Fact]
    public void Nothing_is_due_before_the_first_operation_or_within_the_margin()
    {
        Assert.Empty(Calendar.Due([], null, Utc(2026, 6, 1)));
        Assert.Empty(Calendar.Due([], Utc(2026, 3, 14, 9), Utc(2026, 3, 14, 23, 9)));
        Assert.Equal(["2026-03-14"], Calendar.Due([], Utc(2026, 3, 14, 9), Utc(2026, 3, 14, 23, 10)).Select(period => period.Key));
    }

    [Fact]
    public void What_is_due_comes_by_its_end_and_days_before_months_before_years() =>
        Assert.Equal(
            ["2025-12-30", "2025-12-31", "2025-12", "2025", "2026-01-01"],
            Calendar.Due([], Utc(2025, 12, 30, 12), Utc(2026, 1, 2, 12)).Select(period => period.Key));

    [Fact]
    public void What_was_closed_is_not_due_again()
    {
        var now = Utc(2026, 1, 2, 12);
        var periods = Calendar.Due([], Utc(2025, 12, 30, 12), now).ToList();
        var last = periods.GroupBy(period => period.Kind).Select(kind => Closed(kind.Last())).ToList();
        Assert.Empty(Calendar.Due(last, Utc(2025, 12, 30, 12), now));
        Assert.Equal(["2026-01-02"], Calendar.Due(last, Utc(2025, 12, 30, 12), now.AddDays(1)).Select(period => period.Key));
    }

    [Fact]
    public void A_market_that_moves_to_another_time_zone_leaves_no_gap_and_closes_nothing_twice()
    {
        var last = Calendar.PeriodOf(ClosingKind.Daily, Utc(2026, 3, 14, 12));
        foreach (var hours in new[] { -12, 0, 14 })
        {
            var moved = new ClosingCalendar(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.FromHours(hours)));
            var next = moved.After(last);
            Assert.True(next.Follows(last));
            Assert.True(next.To >= next.From);
            Assert.Equal("2026-03-15", next.Key);
        }
    }

    [Fact]
    public void Every_instant_is_in_one_period_of_each_kind() =>
        Gen.Select(Gen.Int[0, 3_000_000], Gen.Enum<ClosingKind>(), Gen.Int[-14, 12]).Sample((minutes, kind, hours) =>
        {
            var calendar = hours == 0 ? Calendar : new ClosingCalendar(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.FromHours(hours)));
            var instant = Utc(2024, 1, 1).AddMinutes(minutes);
            var period = calendar.PeriodOf(kind, instant);
            Assert.True(period.Contains(instant));
            Assert.Equal(period, calendar.PeriodOf(kind, period.From));
            var next = calendar.After(period);
            Assert.Equal(next, calendar.PeriodOf(kind, period.To));
            Assert.True(next.Follows(period));
            Assert.False(period.Follows(next));
            Assert.True(string.CompareOrdinal(period.Key, next.Key) < 0);
        }, iter: 500);

    private static DateTimeOffset StartInParis(DateOnly day)
    {
        var midnight = day.ToDateTime(default);
        return new DateTimeOffset(midnight, Paris.GetUtcOffset(midnight));
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private static Closing Closed(ClosingPeriod period)
    {
        using var draft = new ClosingDraft(period, null, Currency.Euro);
        return draft.Finish(period.To);
    }
}
