using Market.Ledger.Amounts;

namespace Market.Ledger.Allocations;

/// <summary>Something a member still owes, and since when.</summary>
/// <param name="Since">The market's day it began.</param>
/// <param name="Kind">What it comes from: <see cref="OperationKind.Order"/> for an order, or a fee, a debt brought forward, money given back too much…</param>
/// <param name="OrderId">The order it is for, where it is an order's.</param>
/// <param name="DistributionId">The distribution it concerns.</param>
/// <param name="Remaining">What is still to pay of it. Positive.</param>
public sealed record OpenDebt(DateOnly Since, OperationKind Kind, string? OrderId, string? DistributionId, Money Remaining)
{
    /// <summary>How old it is on a day, in days; less than zero for a debt of a day to come.</summary>
    public int AgeOn(DateOnly day) => day.DayNumber - Since.DayNumber;
}
