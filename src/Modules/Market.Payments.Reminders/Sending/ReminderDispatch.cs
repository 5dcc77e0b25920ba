using Market.Payments.Reminders.Choices;
using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Plan;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Sending;

/// <summary>Writes a claimed mail and hands it to Orchard's mail service.</summary>
public sealed class ReminderDispatch(
    Debtors debtors,
    Recipients recipients,
    ReminderComposer composer,
    PersonalLinks links,
    DigestComposer digests,
    IEmailService email,
    IEmailProviderResolver providers,
    IMarketCalendar calendar,
    IAccountReaders readers,
    ISiteService siteService,
    ILogger<ReminderDispatch> logger,
    IStringLocalizer<ReminderDispatch> S)
{
    public async Task<Dispatched> SendAsync(ReminderClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (await recipients.FindAsync(claim.Account.UserId) is not { } recipient)
        {
            return new Dispatched(null, null, S["The member has no mail address."]);
        }

        var debtor = await debtors.FindAsync(claim.Account.Id);
        var today = await calendar.TodayAsync();
        return await SendAsync(() => composer.ComposeAsync(debtor!, claim.Step, recipient.Culture, today), mail => links.MakePersonalAsync(mail, claim.Account.Id), recipient.Address, recipient.UserId, await CopiesAsync(claim));
    }

    public async Task<Dispatched> SendDigestAsync(IReadOnlyList<ReminderClaim> claims, string addresses) =>
        await SendAsync(() => digests.ComposeAsync(claims), Task.FromResult, addresses, userId: null);

    // Others of the household who asked for such mails.
    private async Task<string?> CopiesAsync(ReminderClaim claim)
    {
        var steps = (await siteService.GetSettingsAsync<RemindersSettings>()).Steps;
        var kind = steps.ElementAtOrDefault(claim.Step - 1)?.IsObligatory == true ? ObligatoryReminderKind.KindName : ReminderMailKind.KindName;
        return await readers.ListAddressesAsync(claim.Account.Id, kind) is { Count: > 0 } copies ? string.Join(',', copies) : null;
    }

    private async Task<Dispatched> SendAsync(Func<Task<ReminderMail>> compose, Func<ReminderMail, Task<ReminderMail>> personalise, string addresses, string? userId, string? copies = null)
    {
        ReminderMail mail;
        ReminderMail personal;
        try
        {
            mail = await compose();
            personal = await personalise(mail);
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogError(exception, "A reminder could not be written.");
            return new Dispatched(null, userId, S["The mail could not be written: {0}", exception.Message]);
        }

        if (await providers.GetAsync() is null)
        {
            return new Dispatched(mail, userId, S["No mail service is set up: see Settings → Communication → Email."]);
        }

        try
        {
            var result = await email.SendAsync(new MailMessage
            {
                From = (await siteService.GetSettingsAsync<RemindersSettings>()).Sender,
                To = addresses,
                Cc = copies,
                Subject = personal.Subject,
                HtmlBody = personal.Html,
                TextBody = personal.Text,
            });

            // A fault with a key is one of the message, found before anything is sent. All others Orchard makes of whatever broke off the
            // talk with the server: at its end, the mail is out.
            return result.Succeeded
                ? new Dispatched(mail, userId, Fault: null)
                : new Dispatched(mail, userId, string.Join(' ', result.Errors.Select(error => error.Message.Value)), result.Errors.Any(error => string.IsNullOrEmpty(error.Key)));
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogError(exception, "The mail service failed.");
            return new Dispatched(mail, userId, S["The mail service failed: {0}", exception.Message], MayHaveGone: true);
        }
    }
}
