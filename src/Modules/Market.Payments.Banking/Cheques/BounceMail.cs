using System.Text;
using Market.Ledger.Cheques;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Banking.Cheques;

/// <summary>Tells the coordinators, in the language of each, that the bank gave a cheque back; the administrators, where a market has no coordinator with a mail address.</summary>
public sealed class BounceMail(
    IActivityWork work,
    UserManager<IUser> users,
    IClientAccounts accounts,
    ChequeWords words,
    IEmailService email,
    ISiteService siteService,
    ISiteAddress address,
    IMailLanguages languages,
    IOptions<AdminOptions> admin,
    IStringLocalizer<BounceMail> S)
{
    /// <summary>Sends the mail, once: it is noted before it is sent, as an event may be told twice.</summary>
    public async Task<BounceMailResult> SendAsync(string chequeId)
    {
        var recipients = await RecipientsAsync();
        if (recipients.Count == 0)
        {
            return new BounceMailResult.Failed(S["No coordinator and no administrator has a mail address."]);
        }

        if (await ClaimAsync(chequeId) is not { } cheque)
        {
            return new BounceMailResult.Skipped();
        }

        var faults = new List<string>();
        foreach (var recipient in recipients)
        {
            using var scope = CultureScope.Create(await languages.OfAsync(recipient.UserId), ignoreSystemSettings: true);
            faults.AddRange(await TrySendAsync(await WriteAsync(cheque, recipient.Email)));
        }

        return faults.Count == 0 ? new BounceMailResult.Sent(recipients.Count) : new BounceMailResult.Failed(string.Join(' ', faults));
    }

    // One mail that does not go out keeps no other coordinator from knowing.
    private async Task<IEnumerable<string>> TrySendAsync(MailMessage message)
    {
        try
        {
            var result = await email.SendAsync(message);
            return result.Succeeded ? [] : result.Errors.Select(error => error.Message.Value);
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            return [exception.Message];
        }
    }

    private Task<Cheque?> ClaimAsync(string chequeId) => work.RunCommittedAsync(
        async services =>
        {
            var store = services.GetRequiredService<ChequeStore>();
            await store.LockAsync();
            if (await store.FindAsync(chequeId) is not { IsTold: false, Cheque: { State: ChequeState.Bounced } cheque } document)
            {
                return null;
            }

            document.IsTold = true;
            await store.SaveAsync(document, cheque);
            return cheque;
        },
        claimed => claimed is not null);

    private async Task<IReadOnlyList<User>> RecipientsAsync()
    {
        foreach (var role in (string[])[MarketRoles.Coordinator, OrchardCoreConstants.Roles.Administrator])
        {
            var found = (await users.GetUsersInRoleAsync(role)).OfType<User>().Where(user => user.IsEnabled && !string.IsNullOrWhiteSpace(user.Email)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private async Task<MailMessage> WriteAsync(Cheque cheque, string to)
    {
        var client = await accounts.FindAsync(cheque.AccountId);
        var text = new StringBuilder()
            .AppendLine(S["The bank gave cheque {0} back unpaid, on {1}.", words.Name(cheque), cheque.EndedOn!.Value.InWords()])
            .AppendLine()
            .AppendLine(S["Client: {0}", client is null ? cheque.AccountId : $"{client.Name}, {client.Number}"])
            .AppendLine(S["Amount: {0}", cheque.Amount.ForPeople()])
            .AppendLine(S["Reason: {0}", cheque.Reason ?? string.Empty])
            .AppendLine()
            .AppendLine(S["Its credit is reversed: the client owes the amount again. Nobody has written to the client about it yet."]);
        if (await address.GetAsync() is { } site)
        {
            text.AppendLine().AppendLine($"{site}/{admin.Value.AdminUrlPrefix}/payments/cheque/{cheque.Id}");
        }

        return new MailMessage
        {
            To = to,
            Subject = S["{0}: a cheque of {1} is unpaid", (await siteService.GetSiteSettingsAsync()).SiteName, cheque.Amount.ForPeople()],
            TextBody = text.ToString(),
        };
    }
}
