using System.Text;
using Market.Ledger.Postings;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Invitations;

/// <summary>Writes an invitation, in the language of who invited, and sends it. It says the same whether the market knows the address or not.</summary>
public sealed class InvitationMail(
    IEnumerable<IEmailService> services,
    IEnumerable<IEmailProviderResolver> providers,
    IClientAccounts accounts,
    IMarketCalendar calendar,
    ISiteAddress address,
    ISiteService siteService,
    InvitationLinks links,
    IStringLocalizer<InvitationMail> S)
{
    /// <returns>Why it did not go out; none where it did.</returns>
    public async Task<string?> SendAsync(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        using var scope = CultureScope.Create(invitation.Culture, ignoreSystemSettings: true);
        if (services.FirstOrDefault() is not { } email || providers.FirstOrDefault() is not { } resolver || await resolver.GetAsync() is null)
        {
            return S["No mail service is set up: see Settings → Communication → Email."];
        }

        if (await address.GetAsync() is not { } site)
        {
            return S["The site does not know its own address: see Settings → General → Base URL."];
        }

        try
        {
            var result = await email.SendAsync(await WriteAsync(invitation, site));
            return result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Message.Value));
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            return S["The mail service failed: {0}", exception.Message];
        }
    }

    private async Task<MailMessage> WriteAsync(Invitation invitation, string site)
    {
        var market = OneLine.Of((await siteService.GetSiteSettingsAsync()).SiteName ?? string.Empty);
        var household = invitation.AccountId is { } accountId ? (await accounts.FindAsync(accountId))?.Name : null;
        var until = DateOnly.FromDateTime(await calendar.ToLocalAsync(invitation.ExpiresAt)).InWords();
        var text = new StringBuilder()
            .AppendLine(S["Hello,"])
            .AppendLine()
            .AppendLine(household is null
                ? S["{0} invites you to become a member: register, and you can order.", market]
                : S["{0} shares an account at {1} with you: both of you order, pay and see what is to pay, each with a login of your own.", household, market])
            .AppendLine()
            .AppendLine(household is null ? S["Open this link to register:"] : S["Open this link to accept; you register there, or sign in if you have a login:"])
            .AppendLine()
            .AppendLine(links.Create(site, invitation).ToString())
            .AppendLine()
            .AppendLine(S["It works once, until {0}. If you do not expect it, you need do nothing.", until]);
        return new MailMessage
        {
            To = invitation.Address,
            Subject = household is null ? S["{0}: you are invited", market] : S["{0}: {1} invites you to their household", market, household],
            TextBody = text.ToString(),
        };
    }
}
