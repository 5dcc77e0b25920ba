using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Services;

/// <summary>
/// The language each member is written to in. It is kept where OrchardCore.Users.Localization keeps a user's own; a site that enables that
/// feature shows its pages in it too, which the language links of the public pages then no longer change.
/// </summary>
public sealed class MailLanguages(ILocalizationService localization, UserManager<IUser> users)
{
    /// <summary>The member's language; the site's where they have none that the site speaks.</summary>
    public async Task<string> OfAsync(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await SpokenAsync(user.Properties["UserLocalizationSettings"]?["Culture"]?.GetValue<string>()) ?? await localization.GetDefaultCultureAsync();
    }

    /// <summary>Keeps a member's language.</summary>
    /// <returns>Whether the site speaks it.</returns>
    public async Task<bool> TryChooseAsync(User user, string? culture)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await SpokenAsync(culture) is not { } spoken)
        {
            return false;
        }

        user.Properties["UserLocalizationSettings"] = new JsonObject { ["Culture"] = spoken };
        return (await users.UpdateAsync(user)).Succeeded;
    }

    private async Task<string?> SpokenAsync(string? culture) => culture is null
        ? null
        : (await localization.GetSupportedCulturesAsync()).FirstOrDefault(supported => string.Equals(supported, culture, StringComparison.OrdinalIgnoreCase));
}
