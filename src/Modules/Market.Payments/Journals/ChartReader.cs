using Market.Ledger.Journals;
using Market.Ledger.Methods;
using Market.Payments.Models;
using OrchardCore.Settings;

namespace Market.Payments.Journals;

/// <summary>The market's chart of accounts: the usual one, with the numbers its settings change.</summary>
public sealed class ChartReader(ISiteService siteService, IEnumerable<IPaymentMethod> methods)
{
    /// <summary>The accounts a market may number itself, beside one for each payment method.</summary>
    public static readonly IReadOnlyList<(string Name, Func<ChartOfAccounts, BookAccount> Get, Func<ChartOfAccounts, BookAccount, ChartOfAccounts> Set)> Names =
    [
        (nameof(ChartOfAccounts.Clients), chart => chart.Clients, (chart, account) => chart with { Clients = account }),
        (nameof(ChartOfAccounts.Sales), chart => chart.Sales, (chart, account) => chart with { Sales = account }),
        (nameof(ChartOfAccounts.Fees), chart => chart.Fees, (chart, account) => chart with { Fees = account }),
        (nameof(ChartOfAccounts.ProviderFees), chart => chart.ProviderFees, (chart, account) => chart with { ProviderFees = account }),
        (nameof(ChartOfAccounts.AdjustmentsGiven), chart => chart.AdjustmentsGiven, (chart, account) => chart with { AdjustmentsGiven = account }),
        (nameof(ChartOfAccounts.AdjustmentsTaken), chart => chart.AdjustmentsTaken, (chart, account) => chart with { AdjustmentsTaken = account }),
        (nameof(ChartOfAccounts.CashMissing), chart => chart.CashMissing, (chart, account) => chart with { CashMissing = account }),
        (nameof(ChartOfAccounts.CashOver), chart => chart.CashOver, (chart, account) => chart with { CashOver = account }),
        (nameof(ChartOfAccounts.InternalTransfers), chart => chart.InternalTransfers, (chart, account) => chart with { InternalTransfers = account }),
        (nameof(ChartOfAccounts.WriteOffs), chart => chart.WriteOffs, (chart, account) => chart with { WriteOffs = account }),
        (nameof(ChartOfAccounts.Deposits), chart => chart.Deposits, (chart, account) => chart with { Deposits = account }),
        (nameof(ChartOfAccounts.Opening), chart => chart.Opening, (chart, account) => chart with { Opening = account }),
        (nameof(ChartOfAccounts.Transfers), chart => chart.Transfers, (chart, account) => chart with { Transfers = account }),
        (nameof(ChartOfAccounts.Suspense), chart => chart.Suspense, (chart, account) => chart with { Suspense = account }),
    ];

    public async Task<ChartOfAccounts> GetAsync() => Of(await siteService.GetSettingsAsync<AccountingSettings>());

    private ChartOfAccounts Of(AccountingSettings settings)
    {
        var chart = new ChartOfAccounts();
        foreach (var (name, get, set) in Names)
        {
            if (settings.Numbers.GetValueOrDefault(name) is { } number && BookAccount.IsNumber(number))
            {
                chart = set(chart, new BookAccount(number, get(chart).Label));
            }
        }

        foreach (var method in methods)
        {
            if (settings.Numbers.GetValueOrDefault(method.Name) is { } number && BookAccount.IsNumber(number))
            {
                var usual = chart.ForMethod(method.Name);
                chart = chart.With(method.Name, usual with { Received = new BookAccount(number, usual.Received.Label) });
            }
        }

        return chart;
    }
}
