namespace Market.Ledger.Drawers;

/// <summary>What happened to a cash drawer. The name is part of an entry's hash: one is added, never renamed.</summary>
public enum DrawerMovement
{
    /// <summary>It was opened with its float.</summary>
    Opened,

    /// <summary>It was counted, and went on.</summary>
    Counted,

    /// <summary>Somebody else took it over.</summary>
    HandedOver,

    /// <summary>Cash was brought to it from the bank.</summary>
    Brought,

    /// <summary>Cash was taken from it to the bank.</summary>
    Taken,

    /// <summary>It was counted and closed, for good.</summary>
    Closed,
}
