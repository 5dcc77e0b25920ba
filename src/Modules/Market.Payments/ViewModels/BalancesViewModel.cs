using Market.Ledger.Allocations;
using Market.Payments.AccountBalances;

namespace Market.Payments.ViewModels;

public class BalancesViewModel
{
    public required BalanceQuery Query { get; init; }

    public required BalanceTotals Totals { get; init; }

    public required IReadOnlyList<BalanceRow> Rows { get; init; }

    /// <summary>How old the debts are of each account on the page that owes, by account id.</summary>
    public required IReadOnlyDictionary<string, DebtAgeing> Ages { get; init; }

    /// <summary>How old all debts together are.</summary>
    public required DebtAgeing Ageing { get; init; }

    public required int Count { get; init; }

    public required DateTime AsOf { get; init; }

    public required bool MayRecord { get; init; }

    public required bool PaymentsActive { get; init; }

    public required dynamic Pager { get; init; }
}
