using Market.Ledger.Accounts;

namespace Market.Ledger.Closings;

/// <summary>
/// What a market's books came to when a period ended, fixed for good: the period's totals, those since the beginning, and every account's
/// head under one root. Each closing carries the hash of the one of its kind before it.
/// </summary>
public sealed record Closing
{
    /// <summary>What is closed.</summary>
    public required ClosingPeriod Period { get; init; }

    /// <summary>What was recorded in the period.</summary>
    public required LedgerTotals Totals { get; init; }

    /// <summary>What was recorded since the beginning, up to the period's end: the perpetual totals.</summary>
    public required LedgerTotals Perpetual { get; init; }

    /// <summary>How many accounts had an operation by the period's end.</summary>
    public required long Accounts { get; init; }

    /// <summary>The hash over the heads of those accounts, and those of payouts and cash drawers, see <see cref="HeadsRoot"/>.</summary>
    public required string Root { get; init; }

    /// <summary>When it was closed, in UTC, to the millisecond.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>The hash of the closing of this kind before this one; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over this closing and <see cref="PreviousHash"/>; see <see cref="ClosingHash"/>.</summary>
    public required string Hash { get; init; }
}
