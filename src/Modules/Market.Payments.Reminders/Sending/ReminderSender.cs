using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace Market.Payments.Reminders.Sending;

/// <summary>
/// Takes the step that is due: claims it, sends it, says what became of it. Each is committed before the next begins, so a process that dies in
/// between leaves a claim that nobody takes again: the mail may have gone out, and nobody is written to twice. Each mail is written in a
/// scope of its own, so that a run keeps nothing of it.
/// </summary>
public sealed class ReminderSender(IActivityWork work)
{
    // A server that takes none of so many is down.
    private const int MostFailuresInARow = 5;

    /// <summary>Sends a member the mail that is due, if one is.</summary>
    public async Task<ReminderResult> SendAsync(string accountId)
    {
        var (claim, decision) = await work.RunCommittedAsync(
            services => services.GetRequiredService<ReminderClaims>().TryClaimAsync(accountId, digest: false),
            answer => answer.Claim is not null);
        return claim is null ? new ReminderResult.Skipped(decision) : await DeliverAsync(claim);
    }

    /// <summary>Sends a mail again of which nobody knows whether it went out.</summary>
    public async Task<ReminderResult> SendAgainAsync(string reminderId)
    {
        var (claim, decision) = await work.RunCommittedAsync(
            services => services.GetRequiredService<ReminderClaims>().TryReclaimAsync(reminderId),
            answer => answer.Claim is not null);
        return claim is null ? new ReminderResult.Skipped(decision) : await DeliverAsync(claim);
    }

    /// <summary>Sends mails again of which nobody knows whether they went out, until the mail server proves to be down.</summary>
    public async Task<SentAgain> SendAgainAsync(IEnumerable<string> reminderIds)
    {
        ArgumentNullException.ThrowIfNull(reminderIds);
        var (answer, inARow) = (new SentAgain(0, 0, 0, null), 0);
        foreach (var id in reminderIds)
        {
            var result = await SendAgainAsync(id);
            answer = result switch
            {
                ReminderResult.Sent => answer with { Sent = answer.Sent + 1 },
                ReminderResult.Failed failed => answer with { Failed = answer.Failed + 1, Fault = failed.Fault },
                _ => answer with { Kept = answer.Kept + 1 },
            };
            inARow = result is ReminderResult.Failed ? inARow + 1 : 0;
            if (inARow == MostFailuresInARow)
            {
                break;
            }
        }

        return answer;
    }

    private async Task<ReminderResult> DeliverAsync(ReminderClaim claim)
    {
        Dispatched dispatched = null!;
        await ShellScope.UsingChildScopeAsync(async scope =>
            dispatched = await scope.ServiceProvider.GetRequiredService<ReminderDispatch>().SendAsync(claim));
        await work.RunCommittedAsync(
            async services =>
            {
                await services.GetRequiredService<ReminderClaims>().SettleAsync(claim.ReminderId, dispatched);
                return true;
            },
            _ => true);
        return dispatched.Fault is null ? new ReminderResult.Sent() : new ReminderResult.Failed(dispatched.Fault);
    }
}
