using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Payments.Books;
using Market.Payments.Storage;

namespace Market.Payments.Journals;

/// <summary>
/// Which year books a payout. It is no operation, and no ledger holds it to an open day: one that the market heard of when the year of its
/// day was kept is booked on the first day of the next year that is not.
/// </summary>
public sealed class PayoutDays(IProviderPayouts payouts, YearFileStore files)
{
    /// <summary>The payouts that a year books.</summary>
    /// <param name="year">The financial year.</param>
    /// <param name="keptAt">The time, where the year is to be kept.</param>
    public async Task<IReadOnlyList<ProviderPayout>> BookedInAsync(FinancialYear year, DateTimeOffset? keptAt)
    {
        ArgumentNullException.ThrowIfNull(year);
        var kept = await files.ListAsync();
        var first = kept.Where(file => file.IsJournal).Select(file => file.From).Append(year.From).Min();
        var booked = new List<ProviderPayout>();
        foreach (var payout in await payouts.OfDaysAsync(first, year.To))
        {
            var day = DayOf(payout, kept, year);
            if (year.Contains(day) && !(keptAt is { } now && IsTooLate(payout, now)))
            {
                booked.Add(payout with { Day = day, ClosedDay = day == payout.Day ? null : payout.Day });
            }
        }

        return booked;
    }

    private static DateOnly DayOf(ProviderPayout payout, IReadOnlyList<YearFile> kept, FinancialYear year)
    {
        // Years of the same cut as this one, from that of the payout's day on.
        var at = FinancialYear.Of(year.From.Month, payout.Day);
        var day = payout.Day;
        while (FinancialYears.Kept(kept, at) is { } file && IsTooLate(payout, file.KeptAt))
        {
            at = at.Next();
            day = at.From;
        }

        return day;
    }

    // One that was recorded just before may have been committed just after.
    private static bool IsTooLate(ProviderPayout payout, DateTimeOffset keptAt) => payout.RecordedAt >= keptAt - ClosingCalendar.Margin;
}
