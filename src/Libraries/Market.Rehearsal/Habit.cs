namespace Market.Rehearsal;

/// <summary>How a made-up member orders and pays.</summary>
public enum Habit
{
    /// <summary>Pays at the stall, when they collect.</summary>
    Regular,

    /// <summary>Pays ahead by a standing transfer each month.</summary>
    Prepaying,

    /// <summary>Pays everything by transfer, some weeks late.</summary>
    Late,

    /// <summary>Pays a round part of it when they think of it.</summary>
    Forgetful,

    /// <summary>Paid at the stall, and one day neither paid nor came any more.</summary>
    Faded,

    /// <summary>Paid what was left and has left the market.</summary>
    Left,
}
