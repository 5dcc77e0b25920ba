namespace Market.Ledger.Reminders;

/// <summary>Which balance a reminder speaks of. Either way nobody is reminded of what announced payments bring to the threshold.</summary>
public enum ReminderBasis
{
    /// <summary>What the operations say: payments that are announced still stand as owed.</summary>
    Confirmed,

    /// <summary>What the operations and the announced payments say together.</summary>
    Projected,
}
