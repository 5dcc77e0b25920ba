using System.Collections.Immutable;
using Market.Ledger.Amounts;

namespace Market.Ledger.Drawers;

/// <summary>
/// Something that happened to a cash drawer: never changed and never deleted. It moves no client's account, so it is no operation; all of
/// them are one chain, over all drawers.
/// </summary>
public sealed record DrawerEntry
{
    /// <summary>Its place among all entries: 1, 2, 3… without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The id of the drawer, from its opening to its closing: one that is opened again is another.</summary>
    public required string DrawerId { get; init; }

    /// <summary>What people call the drawer.</summary>
    public required string Name { get; init; }

    /// <summary>What happened.</summary>
    public required DrawerMovement Movement { get; init; }

    /// <summary>
    /// What the drawer should hold more than before, beside cash that members paid: the float it opens with, what came from the bank, below
    /// zero what went there, and the difference that it closes with (below zero where cash is missing). Zero for a count and a hand-over.
    /// </summary>
    public required Money Amount { get; init; }

    /// <summary>Cash that members paid, less what they were given back, from the opening until the drawer was counted. None where it was not counted.</summary>
    public Money? Cash { get; init; }

    /// <summary>What it should have held when it was counted: <see cref="Cash"/>, and the amounts of its entries before this one.</summary>
    public Money? Expected { get; init; }

    /// <summary>What was counted; at a closing what stays in it, once what goes to the bank is taken out.</summary>
    public Money? Counted { get; init; }

    /// <summary>The distribution it was opened for, where it was opened for one.</summary>
    public string? DistributionId { get; init; }

    /// <summary>
    /// Pieces that were counted, totals by method and VAT rate, what the card terminal says, who handed over: by the names of <see cref="DrawerDetails"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Why what was counted is not what should be there; a note otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The market's day.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>When it was recorded, in UTC, to the millisecond.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The id of the user who recorded it: of a hand-over, of whoever took the drawer.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The key under which it was asked for; no two entries of a market share one.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The hash of the entry before this one, whatever its drawer; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over this entry and <see cref="PreviousHash"/>; see <see cref="DrawerHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Counted less expected: below zero where cash is missing. None where nothing was counted.</summary>
    public Money? Difference => Counted - Expected;
}
