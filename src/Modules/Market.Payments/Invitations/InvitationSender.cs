using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace Market.Payments.Invitations;

/// <summary>
/// Sends the mails of invitations: each is claimed, sent and noted, and each of that is committed before the next begins. Asked twice it
/// sends once; a process that dies in between leaves a claim that nobody takes again unless somebody sends it again.
/// </summary>
public sealed class InvitationSender(IUnitOfWork work)
{
    // A server that takes none of so many is down.
    private const int MostFailuresInARow = 5;

    /// <summary>Sends those that wait, of these.</summary>
    public async Task SendAsync(IEnumerable<string> invitationIds)
    {
        ArgumentNullException.ThrowIfNull(invitationIds);
        var failures = 0;
        foreach (var invitationId in invitationIds)
        {
            failures = await TrySendAsync(invitationId) ? 0 : failures + 1;
            if (failures == MostFailuresInARow)
            {
                return;
            }
        }
    }

    private async Task<bool> TrySendAsync(string invitationId)
    {
        var claim = await work.RunAsync(services => ClaimAsync(services, invitationId), claimed => claimed is not null);
        if (claim is null)
        {
            return true;
        }

        string? fault = null;
        await ShellScope.UsingChildScopeAsync(async scope => fault = await scope.ServiceProvider.GetRequiredService<InvitationMail>().SendAsync(claim));
        await work.RunAsync(
            async services =>
            {
                var store = services.GetRequiredService<InvitationStore>();
                if (await store.TakeAsync(invitationId) is not { } sent || sent.Sending != claim.Sending)
                {
                    return false;
                }

                (sent.Mail, sent.MailFault) = (fault is null ? InvitationMailState.Sent : InvitationMailState.Failed, fault);
                await store.SaveAsync(sent);
                return true;
            },
            isNoted => isNoted);
        return fault is null;
    }

    private static async Task<Invitation?> ClaimAsync(IServiceProvider services, string invitationId)
    {
        var store = services.GetRequiredService<InvitationStore>();
        if (await store.TakeAsync(invitationId) is not { Mail: InvitationMailState.Waiting } invitation)
        {
            return null;
        }

        invitation.Mail = InvitationMailState.Claimed;
        await store.SaveAsync(invitation);
        return invitation;
    }
}
