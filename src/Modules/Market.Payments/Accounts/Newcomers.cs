using Market.Payments.Models;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;
using OrchardCore.Users.Models;

namespace Market.Payments.Accounts;

/// <summary>Those who registered themselves: what they are called, and when they get a client account.</summary>
public sealed class Newcomers(AccountOpening opening, ISiteService siteService)
{
    private const string NameProperty = "MarketName";

    /// <summary>The name that was typed in the form of this request.</summary>
    public string? TypedName { get; set; }

    /// <summary>The name that a user registered with; none where somebody else made the user.</summary>
    public static string? NameOf(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Properties[NameProperty]?.GetValue<string>();
    }

    /// <summary>Notes the name with the user, for the account that may be opened later.</summary>
    public void Name(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.Properties[NameProperty] = TypedName;
    }

    /// <summary>Opens the account of somebody who may sign in, unless coordinators open accounts here.</summary>
    /// <returns>None where it is not opened now, or there is one.</returns>
    public async Task<ContentItem?> TryOpenAsync(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user is { IsEnabled: true, EmailConfirmed: true } && !(await siteService.GetSettingsAsync<PaymentsSettings>()).AccountsByCoordinator
            ? await opening.TryOpenForAsync(user)
            : null;
    }
}
