namespace Market.Payments;

/// <summary>Where modules put their part of the market's settings.</summary>
public static class SettingsGroups
{
    /// <summary><i>Settings → Payments</i>.</summary>
    public const string Payments = "payments";
}
