using Market.Payments;
using Market.Payments.Models;
using Market.Payments.Reminders.Models;
using MarketSite.Web.Demonstration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Email;
using OrchardCore.Settings;
using OrchardCore.Users.Models;

namespace MarketSite.Web;

/// <summary>What a site still needs to be a market's own: its name, its mail, and nothing left of the demonstration.</summary>
public sealed class SiteSetUpCheck(
    ISiteService siteService,
    IEmailProviderResolver mail,
    IOptions<RegistrationOptions> registration,
    IHostEnvironment environment,
    IStringLocalizer<SiteSetUpCheck> S) : ISetUpCheck
{
    public async Task<IReadOnlyList<StillToSet>> FindAsync()
    {
        var found = new List<StillToSet>();
        if ((await siteService.GetSiteSettingsAsync()).SiteName == Logins.UnnamedMarket)
        {
            found.Add(StillToSet.InSite(S["The market has no name of its own yet."], "general"));
        }

        if (await mail.GetAsync() is null)
        {
            found.Add(StillToSet.InSite(S["No mail can be sent: neither who sends it nor by which server is set."], "email"));
        }

        if (registration.Value is { UsersMustValidateEmail: false, UsersAreModerated: false } && await siteService.GetSettingsAsync<PaymentsSettings>() is { AccountsByCoordinator: false, RegistrationByInvitation: false })
        {
            found.Add(StillToSet.InSite(S["Whoever registers has a client account at once: no mail address is checked, and nobody looks. Have addresses confirmed or users enabled, or have a coordinator open accounts in the payment settings."], "userRegistration"));
        }

        if (!environment.IsDevelopment() && !await AsksForSecondFactorAsync())
        {
            found.Add(StillToSet.InSite(S["Who handles the market's money signs in with a password alone. Have a second factor asked of administrators and coordinators."], "userLogin"));
        }

        // Earlier versions set every market up with these, a real one too.
        if (!environment.IsDevelopment())
        {
            await FindRemainsAsync(found);
        }

        return found;
    }

    private async Task<bool> AsksForSecondFactorAsync() =>
        (await siteService.GetSettingsAsync<TwoFactorLoginSettings>()).RequireTwoFactorAuthentication
        || (await siteService.GetSettingsAsync<RoleLoginSettings>()) is { RequireTwoFactorAuthenticationForSpecificRoles: true, Roles: { } roles } && roles.Contains(MarketRoles.Coordinator);

    private async Task FindRemainsAsync(List<StillToSet> found)
    {
        var payments = await siteService.GetSettingsAsync<PaymentsSettings>();
        if (payments.TransferIban == DemonstrationDetails.Iban)
        {
            found.Add(new StillToSet(S["The IBAN for transfers is the demonstration's: members who pay by transfer pay a stranger. Replace it with the market's own."], "PaymentsSettings"));
        }

        if (payments.TransferHolder == DemonstrationDetails.Name || payments.ChequePayee == DemonstrationDetails.Name)
        {
            found.Add(new StillToSet(S["Cheques or transfers are made out to {0}, as in the demonstration. Unless that is the market's name, replace it.", DemonstrationDetails.Name], "PaymentsSettings"));
        }

        if ((await siteService.GetSettingsAsync<RemindersSettings>()).DigestRecipients?.Contains(DemonstrationDetails.AdministratorMail, StringComparison.OrdinalIgnoreCase) == true)
        {
            found.Add(new StillToSet(S["The digest of reminders goes to {0}, which is nobody's address.", DemonstrationDetails.AdministratorMail], "RemindersSettings"));
        }
    }
}
