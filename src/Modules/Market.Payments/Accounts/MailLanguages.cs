using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Accounts;

/// <summary>
/// The language is kept where OrchardCore.Users.Localization keeps a user's own; a site that enables that feature shows its pages in it
/// too, which the language links of the public pages then no longer change.
/// </summary>
public sealed class MailLanguages(ILocalizationService localization, UserManager<IUser> users) : IMailLanguages
{
    public async Task<string> OfAsync(string userId)
    {
        var user = await users.FindByIdAsync(userId) as User;
        return await SpokenAsync(user?.Properties["UserLocalizationSettings"]?["Culture"]?.GetValue<string>()) ?? await localization.GetDefaultCultureAsync();
    }

    public async Task<bool> TryChooseAsync(string userId, string? culture)
    {
        if (await SpokenAsync(culture) is not { } spoken || await users.FindByIdAsync(userId) is not User user)
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
