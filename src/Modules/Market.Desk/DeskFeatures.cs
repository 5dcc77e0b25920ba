namespace Market.Desk;

/// <summary>The module's features.</summary>
public static class DeskFeatures
{
    public const string Alerts = "Market.Desk.Alerts";
}
