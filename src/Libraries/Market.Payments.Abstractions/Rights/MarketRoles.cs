namespace Market.Payments;

/// <summary>The role that a market's modules give their daily rights to.</summary>
public static class MarketRoles
{
    /// <summary>Who keeps the market's accounts from day to day.</summary>
    public const string Coordinator = "Coordinator";
}
