using System.Globalization;
using Market.Ledger.Journals;
using Market.Ledger.Methods;
using Market.Ledger.Vat;
using Market.Payments.Models;
using OrchardCore.Settings;

namespace Market.Payments.Journals;

/// <summary>The market's chart of accounts: the usual one, with the numbers its settings change.</summary>
public sealed class ChartReader(ISiteService siteService, IEnumerable<IPaymentMethod> methods)
{
    private const string SalesOfRate = nameof(ChartOfAccounts.Sales) + "-";

    private const string VatOfRate = nameof(ChartOfAccounts.VatCollected) + "-";

    // What France and its departments overseas know; another one is numbered by a recipe, and then shown.
    private static readonly int[] UsualRates = [210, 550, 850, 1000, 2000];

    /// <summary>The accounts a market may number itself, beside those of each rate of VAT and one for each payment method.</summary>
    public static readonly IReadOnlyList<Numbered> Whole =
    [
        new(nameof(ChartOfAccounts.Clients), chart => chart.Clients, (chart, account) => chart with { Clients = account }),
        new(nameof(ChartOfAccounts.Sales), chart => chart.Sales, (chart, account) => chart with { Sales = account }),
        new(nameof(ChartOfAccounts.VatCollected), chart => chart.VatCollected, (chart, account) => chart with { VatCollected = account }),
        new(nameof(ChartOfAccounts.Fees), chart => chart.Fees, (chart, account) => chart with { Fees = account }),
        new(nameof(ChartOfAccounts.ProviderFees), chart => chart.ProviderFees, (chart, account) => chart with { ProviderFees = account }),
        new(nameof(ChartOfAccounts.AdjustmentsGiven), chart => chart.AdjustmentsGiven, (chart, account) => chart with { AdjustmentsGiven = account }),
        new(nameof(ChartOfAccounts.AdjustmentsTaken), chart => chart.AdjustmentsTaken, (chart, account) => chart with { AdjustmentsTaken = account }),
        new(nameof(ChartOfAccounts.CashMissing), chart => chart.CashMissing, (chart, account) => chart with { CashMissing = account }),
        new(nameof(ChartOfAccounts.CashOver), chart => chart.CashOver, (chart, account) => chart with { CashOver = account }),
        new(nameof(ChartOfAccounts.InternalTransfers), chart => chart.InternalTransfers, (chart, account) => chart with { InternalTransfers = account }),
        new(nameof(ChartOfAccounts.WriteOffs), chart => chart.WriteOffs, (chart, account) => chart with { WriteOffs = account }),
        new(nameof(ChartOfAccounts.Deposits), chart => chart.Deposits, (chart, account) => chart with { Deposits = account }),
        new(nameof(ChartOfAccounts.Opening), chart => chart.Opening, (chart, account) => chart with { Opening = account }),
        new(nameof(ChartOfAccounts.Transfers), chart => chart.Transfers, (chart, account) => chart with { Transfers = account }),
        new(nameof(ChartOfAccounts.Suspense), chart => chart.Suspense, (chart, account) => chart with { Suspense = account }),
    ];

    public async Task<ChartOfAccounts> GetAsync()
    {
        var numbers = (await siteService.GetSettingsAsync<AccountingSettings>()).Numbers.ToDictionary(number => number.Key, string? (number) => number.Value, StringComparer.Ordinal);
        var chart = Renumbered(WithoutRates(numbers), OfRates(Rates(numbers.Keys)), numbers);
        foreach (var method in methods)
        {
            if (numbers.GetValueOrDefault(method.Name) is { } number && BookAccount.IsNumber(number))
            {
                var usual = chart.ForMethod(method.Name);
                chart = chart.With(method.Name, usual with { Received = new BookAccount(number, usual.Received.Label) });
            }
        }

        return chart;
    }

    /// <summary>The chart with the numbers of a market, but for those of rates of VAT and payment methods.</summary>
    public static ChartOfAccounts WithoutRates(IReadOnlyDictionary<string, string?> numbers) => Renumbered(new ChartOfAccounts(), Whole, numbers);

    /// <summary>The accounts of the usual rates of VAT and of some others, in hundredths of a percent.</summary>
    public static IEnumerable<Numbered> OfRates(IEnumerable<int> rates) => UsualRates.Union(rates).Order().SelectMany(OfRate);

    /// <summary>The rates of VAT, in hundredths of a percent, that names of accounts are for.</summary>
    public static IEnumerable<int> Rates(IEnumerable<string> names) => names
        .Select(name => name.StartsWith(SalesOfRate, StringComparison.Ordinal) ? name[SalesOfRate.Length..]
            : name.StartsWith(VatOfRate, StringComparison.Ordinal) ? name[VatOfRate.Length..]
            : null)
        .Select(rate => int.TryParse(rate, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && rate == Text(number) ? number : 0)
        .Where(rate => rate is > 0 and <= VatRate.Whole);

    private static ChartOfAccounts Renumbered(ChartOfAccounts chart, IEnumerable<Numbered> accounts, IReadOnlyDictionary<string, string?> numbers) =>
        accounts.Aggregate(chart, (renumbered, account) => numbers.GetValueOrDefault(account.Name) is { } number && BookAccount.IsNumber(number)
            ? account.Set(renumbered, new BookAccount(number, account.Get(renumbered).Label))
            : renumbered);

    private static IEnumerable<Numbered> OfRate(int rate) =>
    [
        new(SalesOfRate + Text(rate), chart => chart.ForRate(rate).Sales, (chart, account) => With(chart, rate, chart.ForRate(rate) with { Sales = account })),
        new(VatOfRate + Text(rate), chart => chart.ForRate(rate).Vat, (chart, account) => With(chart, rate, chart.ForRate(rate) with { Vat = account })),
    ];

    private static ChartOfAccounts With(ChartOfAccounts chart, int rate, RateAccounts accounts) =>
        chart with { Rates = new Dictionary<int, RateAccounts>(chart.Rates) { [rate] = accounts } };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
