namespace Market.Payments;

/// <summary>The language each member is written to in.</summary>
public interface IMailLanguages
{
    /// <summary>The member's language; the site's where there is no such user, or none that the site speaks.</summary>
    /// <returns>The name of a culture, like <c>fr</c>.</returns>
    Task<string> OfAsync(string userId);

    /// <summary>Keeps a member's language.</summary>
    /// <returns>Whether there is such a user, and the site speaks it.</returns>
    Task<bool> TryChooseAsync(string userId, string? culture);
}
