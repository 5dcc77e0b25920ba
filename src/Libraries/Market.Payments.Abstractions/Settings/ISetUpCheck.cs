namespace Market.Payments;

/// <summary>Finds what a market has not settled yet, for the page <i>What is still to set</i>.</summary>
public interface ISetUpCheck
{
    /// <summary>What is missing, in the order to settle it in.</summary>
    Task<IReadOnlyList<StillToSet>> FindAsync();
}

/// <summary>Something a market has still to settle.</summary>
/// <param name="Sentence">What is missing, and what follows from it.</param>
/// <param name="RouteName">The page where it is set.</param>
/// <param name="SettingsGroup">The group of settings, where that page is one of Orchard's.</param>
public sealed record StillToSet(string Sentence, string RouteName, string? SettingsGroup = null)
{
    /// <summary>A group of the site's own settings.</summary>
    /// <param name="sentence">What is missing.</param>
    /// <param name="group">The group.</param>
    public static StillToSet InSite(string sentence, string group) => new(sentence, "AdminSettings", group);
}
