using System.Text;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users.Models;

namespace Market.Payments.MovingIn.Welcome;

/// <summary>Writes to somebody who was moved in, in their language, and sends it.</summary>
public sealed class WelcomeMail(
    IEmailService email,
    IEmailProviderResolver providers,
    IMailLanguages languages,
    ISiteService siteService,
    WelcomeLinks links,
    IStringLocalizer<WelcomeMail> S)
{
    /// <returns>Why it did not go out; none where it did.</returns>
    public async Task<string?> SendAsync(User user, string name, string site)
    {
        ArgumentNullException.ThrowIfNull(user);
        using var scope = CultureScope.Create(await languages.OfAsync(user.UserId), ignoreSystemSettings: true);
        if (await providers.GetAsync() is null)
        {
            return S["No mail service is set up: see Settings → Communication → Email."];
        }

        try
        {
            var result = await email.SendAsync(await WriteAsync(user, name, site));
            return result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Message.Value));
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            return S["The mail service failed: {0}", exception.Message];
        }
    }

    private async Task<MailMessage> WriteAsync(User user, string name, string site)
    {
        var market = (await siteService.GetSiteSettingsAsync()).SiteName;
        var text = new StringBuilder()
            .AppendLine(S["Hello {0},", name])
            .AppendLine()
            .AppendLine(S["{0} has a new site: there you see your account, order and pay. Your account is ready; choose a password to open it:", market])
            .AppendLine()
            .AppendLine(links.Create(site, user.UserId).ToString())
            .AppendLine()
            .AppendLine(S["The link works for {0} days. Then sign in with your mail address {1} at {2}; “Forgot your password?” there sends you a new one.", WelcomeLinks.DaysValid, user.Email, site]);
        return new MailMessage { To = user.Email, Subject = S["{0}: your account is ready", market], TextBody = text.ToString() };
    }
}
