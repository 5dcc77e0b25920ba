using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Methods;
using Market.Ledger.Trends;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Desk.Trends;

/// <summary>Draws the market's trends from what the books come to by month.</summary>
public sealed class TrendBook(
    IMoneyTrends books,
    IEnumerable<ICounterOrders> shops,
    IEnumerable<IPaymentMethod> methods,
    IMarketCalendar calendar,
    IMarketTerms terms,
    IStringLocalizer<TrendBook> S)
{
    /// <summary>How many months are drawn at most, and at least where the books are younger.</summary>
    private const int MostMonths = 24;

    private const int FewestMonths = 6;

    private const int DistributionsShown = 12;

    /// <summary>All charts, in the order in which they are read.</summary>
    public async Task<IReadOnlyList<TrendChart>> ReadAsync()
    {
        var last = Month.Of(await calendar.TodayAsync());
        var earliest = last.Plus(1 - MostMonths);

        // The first time to pay is told from the months before.
        var accounts = await books.AccountsAsync(earliest.Plus(1 - TimeToPay.Months), last);
        var first = accounts.Select(row => row.Month).Append(last.Plus(1 - FewestMonths)).Min();
        first = first > earliest ? first : earliest;
        var months = first.To(last).ToList();
        var debts = DebtTrend.Of(accounts, first, last, (await terms.GetAsync()).Currency);
        var orders = (await books.OrdersAsync(first, last)).ToDictionary(row => row.Month);
        return
        [
            Debts(debts),
            Ages(debts),
            Takings(await books.TakingsAsync(first, last), months),
            await DistributionsAsync(),
            Waiting(debts, accounts),
            Orders(orders, months),
            Years(orders, last),
        ];
    }

    private TrendChart Debts(IReadOnlyList<DebtMonth> debts) => Chart(
        "debt",
        S["Owed and held"],
        S["At the end of each month; of this month, today."],
        (TrendShape.Lines, TrendUnit.Money),
        Names(debts.Select(debt => debt.Month)),
        (S["Clients owe"], debts.Select(debt => Minor(debt.Owed))),
        (S["Held for clients"], debts.Select(debt => Minor(debt.Held))));

    private TrendChart Ages(IReadOnlyList<DebtMonth> debts) => Chart(
        "debt-age",
        S["Debts by age"],
        S["What was owed at the end of each month, by when it was charged. Payments pay what is oldest first."],
        (TrendShape.Stacked, TrendUnit.Money),
        Names(debts.Select(debt => debt.Month)),
        (S["Of the month"], debts.Select(debt => Minor(debt.OfTheMonth))),
        (S["Of the month before"], debts.Select(debt => Minor(debt.OneMonthOld))),
        (S["Two months old"], debts.Select(debt => Minor(debt.TwoMonthsOld))),
        (S["Older"], debts.Select(debt => Minor(debt.Older))));

    private TrendChart Takings(IReadOnlyList<MethodMonth> takings, List<Month> months) => Chart(
        "takings",
        S["Takings by method"],
        S["Payments received, less what was given back."],
        (TrendShape.Stacked, TrendUnit.Money),
        Names(months),
        [
            .. takings.GroupBy(row => row.Method, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
                (Label(group.Key), months.Select(month => Minor(group.FirstOrDefault(row => row.Month == month)?.Taken)))),
        ]);

    private async Task<TrendChart> DistributionsAsync()
    {
        var listed = new List<CounterDistribution>();
        foreach (var shop in shops)
        {
            listed.AddRange(await shop.ListAsync(DistributionsShown));
        }

        var latest = listed.OrderByDescending(one => one.Date).Take(DistributionsShown).Reverse().ToList();
        var sums = await books.DistributionsAsync([.. latest.Select(one => one.Id)]);
        return Chart(
            "distributions",
            S["Orders and takings by distribution"],
            S["What orders cost, and the payments that name the distribution: those taken at its counter, and for its orders."],
            (TrendShape.Bars, TrendUnit.Money),
            [.. latest.Select(one => $"{one.Date.ToString("d", CultureInfo.CurrentCulture)} {one.Place}".TrimEnd())],
            (S["Ordered"], latest.Select(one => Minor(sums.GetValueOrDefault(one.Id)?.Ordered))),
            (S["Taken"], latest.Select(one => Minor(sums.GetValueOrDefault(one.Id)?.Taken))));
    }

    private TrendChart Waiting(IReadOnlyList<DebtMonth> debts, IReadOnlyList<AccountMonth> accounts)
    {
        var charged = accounts.ToLookup(row => row.Month, row => row.Charged);
        return Chart(
            "time-to-pay",
            S["Time to pay"],
            S["What is owed at the end of a month, in days of what was charged during that month and the two before: how long the market waits for its money."],
            (TrendShape.Lines, TrendUnit.Days),
            Names(debts.Select(debt => debt.Month)),
            (S["Days"], debts.Select(debt =>
            {
                var sum = debt.Month.Plus(1 - TimeToPay.Months).To(debt.Month).SelectMany(month => charged[month]).Aggregate(Money.Zero(debt.Held.Currency), (total, amount) => total - amount);
                return (long?)TimeToPay.Days(debt.Owed, sum, debt.Month);
            })));
    }

    private TrendChart Orders(Dictionary<Month, OrderMonth> orders, List<Month> months) => Chart(
        "orders",
        S["Orders and members"],
        S["Orders that were charged, and how many members they are of."],
        (TrendShape.Bars, TrendUnit.Count),
        Names(months),
        (S["Orders"], months.Select(month => (long?)(orders.GetValueOrDefault(month)?.Orders ?? 0))),
        (S["Members who ordered"], months.Select(month => (long?)(orders.GetValueOrDefault(month)?.Members ?? 0))));

    private TrendChart Years(Dictionary<Month, OrderMonth> orders, Month last)
    {
        var months = Enumerable.Range(1, 12).ToList();
        IEnumerable<long?> Of(int year) => months.Select(number => new Month(year, number)).Select(month => month > last ? null : (long?)(orders.GetValueOrDefault(month)?.Ordered.MinorUnits ?? 0));
        return Chart(
            "years",
            S["This year against the last"],
            S["What was ordered in each month."],
            (TrendShape.Bars, TrendUnit.Money),
            [.. months.Select(number => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(number))],
            ((last.Year - 1).ToString(CultureInfo.InvariantCulture), Of(last.Year - 1)),
            (last.Year.ToString(CultureInfo.InvariantCulture), Of(last.Year)));
    }

    private string Label(string method) => methods.FirstOrDefault(one => one.Name == method)?.Label ?? method;

    private static TrendChart Chart(
        string id, string title, string note, (TrendShape Shape, TrendUnit Unit) look, IReadOnlyList<string> columns, params (string Label, IEnumerable<long?> Values)[] series) =>
        new(id, title, note, look.Shape, look.Unit, columns, [.. series.Select(one => new TrendSeries(one.Label, [.. one.Values]))]);

    private static long? Minor(Money? amount) => amount?.MinorUnits;

    private static IReadOnlyList<string> Names(IEnumerable<Month> months) => [.. months.Select(month => month.FirstDay.ToString("MMM yyyy", CultureInfo.CurrentCulture))];
}
