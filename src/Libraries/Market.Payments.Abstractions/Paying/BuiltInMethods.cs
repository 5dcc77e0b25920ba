namespace Market.Payments;

/// <summary>The technical names of the methods that every market has. Operations carry them, so they never change.</summary>
public static class BuiltInMethods
{
    /// <summary>Cash, at the stall.</summary>
    public const string Cash = "cash";

    /// <summary>A cheque, which carries its number.</summary>
    public const string Cheque = "cheque";

    /// <summary>A card, at the stall's terminal.</summary>
    public const string CardTerminal = "card-terminal";

    /// <summary>A transfer to the market's bank account.</summary>
    public const string Transfer = "transfer";
}
