using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Watch;

/// <summary>
/// Writes to all administrators, in the language of each, that where money goes was changed: by whom, when, and without any secret. Whoever
/// changed it gets the mail too: it may not have been they.
/// </summary>
public sealed class AdministratorsMail(
    UserManager<IUser> users,
    IEmailService email,
    IEmailProviderResolver providers,
    ISiteService siteService,
    ISiteAddress address,
    IMarketCalendar calendar,
    IMailLanguages languages,
    IEnumerable<IWatchedSettings> watched,
    ILogger<AdministratorsMail> logger,
    IStringLocalizer<AdministratorsMail> S)
{
    public async Task SendAsync(SettingsNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var site = await siteService.GetSiteSettingsAsync();
        var settings = watched.First(one => one.Section == notice.Section);
        if (!HasStayed(site, notice))
        {
            return;
        }

        if (await providers.GetAsync() is null)
        {
            logger.LogWarning("The administrators are not told that {Section} changed: no mail service is set up.", notice.Section);
            return;
        }

        var administrators = (await users.GetUsersInRoleAsync(OrchardCoreConstants.Roles.Administrator)).OfType<User>()
            .Where(user => user.IsEnabled && !string.IsNullOrWhiteSpace(user.Email));
        foreach (var administrator in administrators)
        {
            using var scope = CultureScope.Create(await languages.OfAsync(administrator.UserId), ignoreSystemSettings: true);
            await SendAsync(new MailMessage
            {
                To = administrator.Email,
                Subject = S["{0}: where money goes was changed", site.SiteName],
                TextBody = await TextAsync(settings, notice),
            });
        }
    }

    // What was not committed, or was put back since, is nothing to tell; its undoing has a mail of its own.
    private static bool HasStayed(ISite site, SettingsNotice notice)
    {
        var now = SettingsDiff.Between(null, site.Properties[notice.Section]).ToDictionary(field => field.Path, field => field.After, StringComparer.Ordinal);
        return notice.Changes.Any(change => now.GetValueOrDefault(change.Path) != change.Before);
    }

    private async Task<string> TextAsync(IWatchedSettings settings, SettingsNotice notice)
    {
        var when = TimeZoneInfo.ConvertTime(notice.ChangedAt, await calendar.GetZoneAsync()).ToString("f");
        var text = new StringBuilder()
            .AppendLine(notice.UserName is { Length: > 0 } who ? S["{0} changed this on {1}:", who, when] : S["A recipe or a deployment changed this on {0}:", when])
            .AppendLine();
        var told = settings.Told;
        foreach (var change in notice.Changes.Where(change => !settings.Secrets.Contains(change.Field)))
        {
            var inside = change.Path == change.Field ? string.Empty : $" ({change.Path})";
            text.AppendLine($"  {told[change.Field]}{inside}: {change.Before ?? "–"} → {change.After ?? "–"}");
        }

        foreach (var secret in notice.Changes.Select(change => change.Field).Where(settings.Secrets.Contains).Distinct(StringComparer.Ordinal))
        {
            text.AppendLine($"  {S["{0}: changed", told[secret]]}");
        }

        text.AppendLine().AppendLine(S["If you did not expect this, put the settings right and block that user. The audit trail has all of it."]);
        return (await address.GetAsync() is { } site ? text.AppendLine().AppendLine(site) : text).ToString();
    }

    private async Task SendAsync(MailMessage message)
    {
        try
        {
            var result = await email.SendAsync(message);
            if (!result.Succeeded)
            {
                logger.LogWarning("An administrator could not be told that settings changed: {Errors}", string.Join(' ', result.Errors.Select(error => error.Message.Value)));
            }
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogWarning(exception, "An administrator could not be told that settings changed.");
        }
    }
}
