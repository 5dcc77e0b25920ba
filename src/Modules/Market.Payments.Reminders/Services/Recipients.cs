using OrchardCore.Localization;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.Reminders.Services;

/// <summary>Finds where a member is written to.</summary>
public sealed class Recipients(ISession session, ILocalizationService localization)
{
    /// <returns>None where the member has no login or no mail address.</returns>
    public async Task<Recipient?> FindAsync(string? userId)
    {
        var user = userId is null ? null : await session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync();
        return string.IsNullOrWhiteSpace(user?.Email) ? null : new Recipient(user.UserId, user.Email, await CultureOfAsync(user));
    }

    // What OrchardCore.Users.Localization keeps of a user; its type is its own.
    private async Task<string> CultureOfAsync(User user)
    {
        var chosen = user.Properties["UserLocalizationSettings"]?["Culture"]?.GetValue<string>();
        return chosen is not null && (await localization.GetSupportedCulturesAsync()).Contains(chosen, StringComparer.OrdinalIgnoreCase)
            ? chosen
            : await localization.GetDefaultCultureAsync();
    }
}
