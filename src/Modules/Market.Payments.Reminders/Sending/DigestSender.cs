using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Plan;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Sending;

/// <summary>Tells the coordinators, in one mail, of the members whose ladder has come to its end: once for each debt, claimed like a mail to a member.</summary>
public sealed class DigestSender(IActivityWork work, ISiteService siteService, IStringLocalizer<DigestSender> S)
{
    // More than this many is more than one mail.
    private const int MostInAMail = 200;

    public async Task<ReminderResult> SendAsync()
    {
        var accountIds = await DueAsync();
        if (accountIds.Count == 0)
        {
            return new ReminderResult.Skipped();
        }

        if ((await siteService.GetSettingsAsync<RemindersSettings>()).DigestRecipients is not { Length: > 0 } addresses)
        {
            return new ReminderResult.Failed(S["Nobody is named to get the digest: see the settings of reminders."]);
        }

        var told = 0;
        foreach (var some in accountIds.Chunk(MostInAMail))
        {
            var claims = await ClaimAsync(some);
            if (claims.Count == 0)
            {
                continue;
            }

            if (await DeliverAsync(claims, addresses) is { } fault)
            {
                return new ReminderResult.Failed(fault);
            }

            told += claims.Count;
        }

        return told == 0 ? new ReminderResult.Skipped() : new ReminderResult.Sent(told);
    }

    private static async Task<List<string>> DueAsync()
    {
        var accountIds = new List<string>();
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            await foreach (var accountId in scope.ServiceProvider.GetRequiredService<ReminderPlan>().HandOversAsync())
            {
                accountIds.Add(accountId);
            }
        });
        return accountIds;
    }

    private Task<List<ReminderClaim>> ClaimAsync(string[] accountIds) => work.RunCommittedAsync(
        async services =>
        {
            var mine = services.GetRequiredService<ReminderClaims>();
            var claimed = new List<ReminderClaim>();
            foreach (var accountId in accountIds)
            {
                if ((await mine.TryClaimAsync(accountId, digest: true)).Claim is { } claim)
                {
                    claimed.Add(claim);
                }
            }

            return claimed;
        },
        claimed => claimed.Count > 0);

    private async Task<string?> DeliverAsync(List<ReminderClaim> claims, string addresses)
    {
        Dispatched dispatched = null!;
        await ShellScope.UsingChildScopeAsync(async scope =>
            dispatched = await scope.ServiceProvider.GetRequiredService<ReminderDispatch>().SendDigestAsync(claims, addresses));

        // The whole mail is about others too: each account's record keeps its own line of it only.
        var settled = dispatched with { Mail = dispatched.Mail is { } mail ? new ReminderMail(mail.Subject, string.Empty, string.Empty) : null };
        await work.RunCommittedAsync(
            async services =>
            {
                foreach (var claim in claims)
                {
                    await services.GetRequiredService<ReminderClaims>().SettleAsync(claim.ReminderId, settled);
                }

                return true;
            },
            _ => true);
        return dispatched.Fault;
    }
}
