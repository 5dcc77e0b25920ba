namespace Market.Payments;

/// <summary>The roles that a market's modules give their daily rights to.</summary>
public static class MarketRoles
{
    /// <summary>Who keeps the market's accounts from day to day.</summary>
    public const string Coordinator = "Coordinator";

    /// <summary>Who stands at the counter on market day, and sees nothing else of the market's money.</summary>
    public const string Volunteer = "Volunteer";
}
