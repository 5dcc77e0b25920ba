using System.Collections.Immutable;
using Market.Ledger.Amounts;

namespace Market.Ledger.Drawers;

/// <summary>Something that is to be recorded of a drawer: what <see cref="DrawerEntry"/> says, before it has a place in the chain.</summary>
/// <param name="DrawerId">The drawer.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Movement">What happened.</param>
/// <param name="Amount">What the drawer should hold more than before.</param>
/// <param name="RecordedBy">The id of the user who records it.</param>
/// <param name="IdempotencyKey">The key under which it is asked for.</param>
public sealed record DrawerStep(string DrawerId, string Name, DrawerMovement Movement, Money Amount, string RecordedBy, string IdempotencyKey)
{
    /// <inheritdoc cref="DrawerEntry.Cash"/>
    public Money? Cash { get; init; }

    /// <inheritdoc cref="DrawerEntry.Expected"/>
    public Money? Expected { get; init; }

    /// <inheritdoc cref="DrawerEntry.Counted"/>
    public Money? Counted { get; init; }

    /// <inheritdoc cref="DrawerEntry.DistributionId"/>
    public string? DistributionId { get; init; }

    /// <inheritdoc cref="DrawerEntry.Details"/>
    public IReadOnlyDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <inheritdoc cref="DrawerEntry.Reason"/>
    public string? Reason { get; init; }
}
