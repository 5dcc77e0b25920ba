using System.Globalization;
using Market.Payments.Accounts;
using Market.Payments.AuditTrail;
using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Invitations;

/// <summary>The invitations to the market, in the session of the scope: each address has one that is open.</summary>
public sealed class MarketInvitations(InvitationStore store, AccountNumbers numbers, ISession session, IEnumerable<IMarketAudit> trails)
{
    private static readonly string Kind = nameof(InvitationKind.Market);

    private static readonly string Open = nameof(InvitationState.Open);

    /// <summary>Those of a page, the one that lives longest first.</summary>
    public async Task<(IReadOnlyList<Invitation> Invitations, int Count)> ListAsync(int skip, int take)
    {
        var query = session.Query<Invitation, InvitationIndex>(index => index.Kind == Kind, LedgerCollection.Name);
        var count = await query.CountAsync();
        return ([.. await query.OrderByDescending(index => index.ExpiresMilliseconds).ThenBy(index => index.AddressKey).Skip(skip).Take(take).ListAsync()], count);
    }

    /// <summary>Invites each address, or has its open invitation sent again; those who have a login are left out.</summary>
    /// <returns>The invitations whose mails wait, and the addresses of those who have a login.</returns>
    public async Task<(IReadOnlyList<string> Waiting, IReadOnlyList<string> Known)> InviteAsync(IReadOnlyList<string> addresses, string userId, string culture)
    {
        ArgumentNullException.ThrowIfNull(addresses);

        // Two who invite one address at the same moment make one invitation.
        await numbers.LockAsync();
        var keys = addresses.Select(InvitationIndexProvider.KeyOf).ToArray();
        var logins = (await session.QueryIndex<UserIndex>(index => index.NormalizedEmail.IsIn(keys)).ListAsync()).Select(user => user.NormalizedEmail).ToHashSet(StringComparer.Ordinal);
        var open = (await session.Query<Invitation, InvitationIndex>(index => index.Kind == Kind && index.State == Open && index.AddressKey.IsIn(keys), LedgerCollection.Name).ListAsync())
            .ToLookup(invitation => InvitationIndexProvider.KeyOf(invitation.Address), StringComparer.Ordinal);
        var waiting = new List<string>();
        foreach (var address in addresses.Where(address => !logins.Contains(InvitationIndexProvider.KeyOf(address))))
        {
            var before = open[InvitationIndexProvider.KeyOf(address)].FirstOrDefault();
            if (before is not null && await store.TakeAsync(before.InvitationId) is { } again)
            {
                await store.RenewAsync(again);
                waiting.Add(again.InvitationId);
            }
            else
            {
                waiting.Add((await store.AddAsync(InvitationKind.Market, address, accountId: null, userId, culture)).InvitationId);
            }
        }

        if (waiting.Count > 0)
        {
            await RecordAsync($"Market: {waiting.Count.ToString(CultureInfo.InvariantCulture)} invited", userId);
        }

        return (waiting, [.. addresses.Where(address => logins.Contains(InvitationIndexProvider.KeyOf(address)))]);
    }

    /// <returns>Whether it was open; its mail waits then.</returns>
    public async Task<bool> SendAgainAsync(string invitationId)
    {
        if (await store.TakeAsync(invitationId) is not { Kind: InvitationKind.Market } invitation)
        {
            return false;
        }

        await store.RenewAsync(invitation);
        return true;
    }

    /// <returns>Whether it was open.</returns>
    public async Task<bool> WithdrawAsync(string invitationId, string userId)
    {
        if (await store.TakeAsync(invitationId) is not { Kind: InvitationKind.Market } invitation || !await store.TryEndAsync(invitation, InvitationState.Withdrawn))
        {
            return false;
        }

        await RecordAsync("Market: withdrawn", userId);
        return true;
    }

    private async Task RecordAsync(string change, string userId)
    {
        foreach (var trail in trails)
        {
            await trail.RecordAsync(new MarketChange(BooksEvents.Category, BooksEvents.Invited, "market", "market", change, userId));
        }
    }
}
