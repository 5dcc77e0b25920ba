using Market.Payments.Services;

namespace Market.Payments.ViewModels;

public class BalancesViewModel
{
    public required BalanceQuery Query { get; init; }

    public required BalanceTotals Totals { get; init; }

    public required IReadOnlyList<BalanceRow> Rows { get; init; }

    public required int Count { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public required bool MayRecord { get; init; }

    public required bool PaymentsActive { get; init; }

    public required dynamic Pager { get; init; }
}
