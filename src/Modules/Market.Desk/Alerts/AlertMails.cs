using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Desk.Alerts;

/// <summary>Writes alerts to who wants them by mail too. One that fails is in the log, and stands in the notifications all the same.</summary>
public sealed class AlertMails(IEmailService email, IEmailProviderResolver providers, ISiteService sites, ILogger<AlertMails> logger)
{
    public async Task SendAsync(string? address, AlertMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (string.IsNullOrWhiteSpace(address) || await providers.GetAsync() is null)
        {
            return;
        }

        try
        {
            var result = await email.SendAsync(new MailMessage
            {
                To = address,
                Subject = $"{(await sites.GetSiteSettingsAsync()).SiteName}: {message.Subject}",
                TextBody = message.TextBody,
            });
            if (!result.Succeeded)
            {
                logger.LogWarning("An alert could not be sent by mail: {Errors}", string.Join(' ', result.Errors.Select(error => error.Message.Value)));
            }
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogWarning(exception, "An alert could not be sent by mail.");
        }
    }
}
