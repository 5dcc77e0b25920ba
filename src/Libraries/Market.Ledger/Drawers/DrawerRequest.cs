using System.Collections.Immutable;
using Market.Ledger.Amounts;

namespace Market.Ledger.Drawers;

/// <summary>What somebody asks to record of a drawer. All amounts are above zero, or zero where that makes sense.</summary>
/// <param name="Movement">What happens.</param>
/// <param name="DrawerId">The drawer; of an opening, the id it is to have.</param>
/// <param name="RecordedBy">The id of the user who asks.</param>
/// <param name="IdempotencyKey">The key of the form: sent twice, it is recorded once.</param>
public sealed record DrawerRequest(DrawerMovement Movement, string DrawerId, string RecordedBy, string IdempotencyKey)
{
    /// <summary>What the drawer is to be called, at its opening.</summary>
    public string? Name { get; init; }

    /// <summary>The distribution it is opened for, at its opening.</summary>
    public string? DistributionId { get; init; }

    /// <summary>The float of an opening; what comes from the bank or goes there.</summary>
    public Money? Amount { get; init; }

    /// <summary>What was counted, before anything of it goes to the bank. None where it was counted by pieces only.</summary>
    public Money? Counted { get; init; }

    /// <summary>How many pieces were counted of each denomination, by its value in minor units.</summary>
    public IReadOnlyDictionary<long, long> Pieces { get; init; } = ImmutableSortedDictionary<long, long>.Empty;

    /// <summary>What goes to the bank as the drawer is closed.</summary>
    public Money? ToBank { get; init; }

    /// <summary>What the card terminal's slip says of the day, as the drawer is closed.</summary>
    public Money? TerminalSlip { get; init; }

    /// <summary>What the page said that the drawer should hold, as it was closed: another sum by now is looked at first.</summary>
    public Money? Seen { get; init; }

    /// <summary>Why there is a difference; a note otherwise.</summary>
    public string? Reason { get; init; }
}
