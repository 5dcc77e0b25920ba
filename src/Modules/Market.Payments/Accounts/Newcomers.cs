using Market.Payments.Invitations;
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

    /// <summary>Opens the account of somebody who may sign in, unless coordinators open accounts here and did not invite them, or they are invited to another's.</summary>
    /// <returns>None where it is not opened now, or there is one.</returns>
    public async Task<ContentItem?> TryOpenAsync(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var isOpenedNow = InvitedRegistration.KindOf(user) switch
        {
            // They come to the account that they are invited to.
            InvitationKind.Household => false,
            InvitationKind.Market => true,
            _ => !(await siteService.GetSettingsAsync<PaymentsSettings>()).AccountsByCoordinator,
        };
        return isOpenedNow && user is { IsEnabled: true, EmailConfirmed: true } ? await opening.TryOpenForAsync(user) : null;
    }
}
