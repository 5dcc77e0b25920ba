using System.Globalization;
using Market.Ledger;
using Market.Ledger.Closings;
using Market.Ledger.Postings;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.Settings;
using YesSql;

namespace Market.Payments.Books;

/// <summary>The market's financial years, and which of its days are closed for good.</summary>
public sealed class FinancialYears(ISiteService siteService, IMarketTerms terms, ISession session, LedgerTables tables, YearFileStore files)
{
    /// <summary>The financial year that a day is in.</summary>
    public async Task<FinancialYear> OfAsync(DateOnly day) => FinancialYear.Of(await FirstMonthAsync(), day);

    /// <summary>The financial year that days belong to, the first and the last included.</summary>
    /// <returns>None where they belong to more than one.</returns>
    public async Task<FinancialYear?> HoldingAsync(DateOnly from, DateOnly to)
    {
        // A market that chose another month still finds the years it had before.
        var kept = (await files.ListAsync()).FirstOrDefault(file => file.IsJournal && file.From == from && file.To == to);
        var year = kept is null ? await OfAsync(from) : new FinancialYear(kept.From, kept.To);
        return year.Contains(to) ? year : null;
    }

    /// <summary>The kept journal of a financial year; none where the year is open.</summary>
    public async Task<YearFile?> FindKeptAsync(FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return Kept(await files.ListAsync(), year);
    }

    /// <summary>The kept journal of a financial year among all kept files.</summary>
    public static YearFile? Kept(IEnumerable<YearFile> kept, FinancialYear year) =>
        kept.FirstOrDefault(file => file.IsJournal && file.From == year.From && file.To == year.To);

    /// <summary>The first day on which an operation may be dated; none where every day is open.</summary>
    public async Task<DateOnly?> FirstOpenDayAsync() => OpenDays.First(
        (await terms.GetAsync()).LockDay,
        ClosingKey.OpenFrom((await tables.QueryAsync<string?>(session, $"SELECT {tables.LastClosedYear}")).Single()));

    /// <summary>The financial years whose days are all closed, the oldest first; none before the market's first operation.</summary>
    public async Task<IReadOnlyList<FinancialYear>> ListClosedAsync()
    {
        var years = new List<FinancialYear>();
        if (await FirstOpenDayAsync() is { } open
            && (await tables.QueryAsync<string?>(session, $"SELECT MIN([OccurredOn]) FROM {tables.Operations}")).Single() is { } first)
        {
            for (var year = await OfAsync(DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture)); year.To < open; year = year.Next())
            {
                years.Add(year);
            }
        }

        return years;
    }

    private async Task<int> FirstMonthAsync() => (await siteService.GetSettingsAsync<AccountingSettings>()).FirstMonth;
}
