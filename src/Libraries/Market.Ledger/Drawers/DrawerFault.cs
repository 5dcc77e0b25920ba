using Market.Ledger.Amounts;

namespace Market.Ledger.Drawers;

/// <summary>Why something is not recorded of a drawer.</summary>
public enum DrawerFaultKind
{
    /// <summary>A drawer of this name is open.</summary>
    AlreadyOpen,

    /// <summary>The drawer is closed.</summary>
    Closed,

    /// <summary>It has no name, or one that is too long.</summary>
    NameMissing,

    /// <summary>There is no amount, or one below zero, or none above it where one is meant.</summary>
    AmountMissing,

    /// <summary>An amount, a number of pieces or their sum is more than can be meant.</summary>
    TooLarge,

    /// <summary>A number of pieces is below zero, or of no denomination of the currency.</summary>
    NotPieces,

    /// <summary>It was not counted.</summary>
    CountMissing,

    /// <summary>The sum that was typed is not that of the pieces, which is <see cref="DrawerFault.Amount"/>.</summary>
    CountsDiffer,

    /// <summary>More is taken than there is, which is <see cref="DrawerFault.Amount"/>.</summary>
    MoreThanThere,

    /// <summary>What was counted differs by <see cref="DrawerFault.Amount"/> from what should be there, and nobody says why.</summary>
    ReasonMissing,

    /// <summary>The reason is too long.</summary>
    ReasonTooLong,

    /// <summary>Whoever takes it over has it already.</summary>
    SameHolder,

    /// <summary>Meanwhile cash was recorded: it should hold <see cref="DrawerFault.Amount"/> now.</summary>
    Moved,

    /// <summary>The form was sent before with other content.</summary>
    OtherContent,
}

/// <summary>Why something is not recorded of a drawer, and the figure that says so.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Amount">The amount that the sentence names, where it names one.</param>
public sealed record DrawerFault(DrawerFaultKind Kind, Money? Amount = null);
