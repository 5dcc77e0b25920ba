using Market.Payments.Models;

namespace Market.Payments.Invitations;

/// <summary>Nobody comes to an account that is closed or gone: what it invited to is withdrawn with it.</summary>
public sealed class InvitationsOfClosed(InvitationStore store) : IAccountObserver
{
    public Task ClosedAsync(string accountId) => WithdrawAsync(accountId);

    public Task RemovedAsync(string accountId) => WithdrawAsync(accountId);

    private async Task WithdrawAsync(string accountId)
    {
        foreach (var invitation in await store.ListLiveAsync(accountId))
        {
            await store.TryEndAsync(invitation, InvitationState.Withdrawn);
        }
    }
}
