using Market.Ledger;
using Market.Payments.Accounts;
using Market.Payments.Clients;
using Market.Payments.Invitations;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using YesSql;

namespace Market.Payments.Households;

/// <summary>What happens when somebody is invited to a household, comes to it or goes: each inside one unit of work, all of it or nothing.</summary>
public sealed class HouseholdWork(
    InvitationStore invitations,
    HouseholdReasons reasons,
    HouseholdTrail trail,
    ClientWriter clients,
    IContentManager contents,
    IClientAccounts accounts,
    AccountNumbers numbers,
    ILedgerStore ledger,
    ISession session,
    IStringLocalizer<HouseholdWork> S)
{
    /// <returns>The invitation whose mail waits, or why there is none.</returns>
    public async Task<(Invitation? Invitation, string? Fault)> InviteAsync(string accountId, string holderId, string address, string culture)
    {
        // Two invitations of one account at the same moment count each other.
        await ledger.LockAsync(accountId);
        if (await accounts.FindAsync(accountId) is not { IsOpen: true } account || account.UserId != holderId)
        {
            return (null, S["Only the holder of an open account invites to it."]);
        }

        var (live, most) = (await invitations.ListLiveAsync(accountId), await reasons.MostAsync());
        if (live.FirstOrDefault(one => string.Equals(one.Address, address, StringComparison.OrdinalIgnoreCase)) is { } before)
        {
            return await invitations.TakeAsync(before.InvitationId) is { } again ? (await RenewedAsync(again), null) : (null, S["This invitation is not open any more."]);
        }

        if ((await reasons.ListAsync(accountId)).Count + live.Count >= most)
        {
            return (null, S.Plural(most, "An account has at most one login beside the holder's, invitations included.", "An account has at most {0} logins beside the holder's, invitations included."));
        }

        var invitation = await invitations.AddAsync(InvitationKind.Household, address, accountId, holderId, culture);
        await trail.InvitedAsync(account, holderId);
        return (invitation, null);
    }

    /// <returns>The invitation whose mail waits; none where it is not open any more, or not of this account.</returns>
    public async Task<Invitation?> SendAgainAsync(string accountId, string invitationId) =>
        await invitations.TakeAsync(invitationId) is { } invitation && invitation.AccountId == accountId ? await RenewedAsync(invitation) : null;

    /// <returns>Whether it was open, and of this account.</returns>
    public async Task<bool> WithdrawAsync(ClientAccount account, string invitationId, string userId)
    {
        if (await invitations.TakeAsync(invitationId) is not { } invitation
            || invitation.AccountId != account.Id
            || !await invitations.TryEndAsync(invitation, InvitationState.Withdrawn))
        {
            return false;
        }

        await trail.WithdrawnAsync(account, userId);
        return true;
    }

    /// <summary>Lets somebody come to the household they are invited to, and closes the account of their own that they give up for it.</summary>
    /// <returns>What keeps them; nothing where they came.</returns>
    public async Task<IReadOnlyList<string>> AcceptAsync(string invitationId, int sending, string userId)
    {
        // Whoever gets an account at the same moment waits here: of one who accepts two invitations, the second finds them in the first household.
        await numbers.LockAsync();
        if (await invitations.TakeAsync(invitationId) is not { AccountId: { } accountId } invitation || invitation.Sending != sending || invitation.ExpiresAt <= invitations.Now)
        {
            return [S["This invitation is not open any more."]];
        }

        var own = await accounts.FindByUserAsync(userId);
        if (own is not null)
        {
            await ledger.LockAsync(own.Id);
        }

        var open = await reasons.FindAsync(accountId, userId);
        if (open.Count > 0 || !await invitations.TryEndAsync(invitation, InvitationState.Accepted, userId))
        {
            return open.Count > 0 ? open : [S["This invitation is not open any more."]];
        }

        if (own is not null)
        {
            await clients.ChangeAsync(own.Id, part => (part.Status, part.UserId) = (AccountStatus.Closed, null));
            await session.FlushAsync();
        }

        await clients.ChangeAsync(accountId, part => part.FurtherLogins.Add(new FurtherLogin { UserId = userId, InvitedBy = invitation.InvitedBy, Since = invitations.Now }));
        return [];
    }

    /// <summary>Takes a login off the account, which sees nothing of it any more.</summary>
    /// <returns>Whether it was one of it, and not the holder's.</returns>
    public async Task<bool> RemoveAsync(string accountId, string userId)
    {
        await numbers.LockAsync();
        if ((await contents.GetAsync(accountId, VersionOptions.Latest))?.GetOrCreate<ClientAccountPart>().FurtherLogins.Exists(login => login.UserId == userId) != true)
        {
            return false;
        }

        await clients.ChangeAsync(accountId, part => part.FurtherLogins.RemoveAll(login => login.UserId == userId));
        return true;
    }

    private async Task<Invitation> RenewedAsync(Invitation invitation)
    {
        await invitations.RenewAsync(invitation);
        return invitation;
    }
}
