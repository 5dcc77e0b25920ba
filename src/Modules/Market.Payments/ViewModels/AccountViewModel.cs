using Market.Ledger;
using Market.Payments.Services;

namespace Market.Payments.ViewModels;

/// <summary>An account as the coordinator sees it.</summary>
public class AccountViewModel
{
    public required ClientAccount Account { get; init; }

    public required Statement Statement { get; init; }

    public required Allocation Allocation { get; init; }

    public required dynamic Pager { get; init; }

    public required bool MayRecord { get; init; }

    public required bool MayCorrect { get; init; }

    public required bool PaymentsActive { get; init; }
}
