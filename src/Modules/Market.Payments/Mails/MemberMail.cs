using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Mails;

/// <summary>
/// Writes to one member, in their language, what has happened already: a mail that does not go out is a warning in the log and undoes nothing.
/// Without Orchard's Email there is none.
/// </summary>
public sealed class MemberMail(
    IEnumerable<IEmailService> services,
    UserManager<IUser> users,
    IMailLanguages languages,
    ISiteService siteService,
    ISiteAddress address,
    ILogger<MemberMail> logger)
{
    /// <param name="userId">Who it is for; nobody is written to without a login or an address.</param>
    /// <param name="write">Its subject and its paragraphs, asked for in the member's language.</param>
    public async Task SendAsync(string? userId, Func<(string Subject, IReadOnlyList<string> Paragraphs)> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (services.FirstOrDefault() is not { } email || userId is null || await users.FindByIdAsync(userId) is not User { Email.Length: > 0 } user)
        {
            return;
        }

        using var scope = CultureScope.Create(await languages.OfAsync(userId), ignoreSystemSettings: true);
        var (subject, paragraphs) = write();
        var text = new StringBuilder().AppendJoin(Environment.NewLine + Environment.NewLine, paragraphs).AppendLine();
        if (await address.GetAsync() is { } site)
        {
            text.AppendLine().AppendLine(site);
        }

        try
        {
            var result = await email.SendAsync(new MailMessage
            {
                To = user.Email,
                Subject = $"{(await siteService.GetSiteSettingsAsync()).SiteName}: {subject}",
                TextBody = text.ToString(),
            });
            if (!result.Succeeded)
            {
                logger.LogWarning("A member could not be written to: {Errors}", string.Join(' ', result.Errors.Select(error => error.Message.Value)));
            }
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogWarning(exception, "A member could not be written to.");
        }
    }
}
