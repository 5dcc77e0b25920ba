using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.Modules;
using YesSql;
using IIdGenerator = OrchardCore.Entities.IIdGenerator;

namespace Market.Payments.Invitations;

/// <summary>The invitations that there are, in the session of the scope.</summary>
public sealed class InvitationStore(ISession session, LedgerTables tables, IIdGenerator ids, IClock clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private static readonly string Open = nameof(InvitationState.Open);

    public DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    public async Task<Invitation?> FindAsync(string invitationId) =>
        await session.Query<Invitation, InvitationIndex>(index => index.InvitationId == invitationId, LedgerCollection.Name).FirstOrDefaultAsync();

    /// <summary>
    /// An open one, which nobody else changes until this session's transaction ends: its row is locked before it is read. None where it is
    /// not open any more.
    /// </summary>
    public async Task<Invitation?> TakeAsync(string invitationId)
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        var taken = await tables.ExecuteAsync(
            transaction,
            $"UPDATE {tables.Invitations} SET [State] = [State] WHERE [InvitationId] = @invitationId AND [State] = @Open",
            new { invitationId, Open });
        return taken == 0 ? null : await FindAsync(invitationId);
    }

    /// <summary>The live ones to an account, the oldest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListLiveAsync(string accountId) => Live(await session
        .Query<Invitation, InvitationIndex>(index => index.AccountId == accountId && index.State == Open, LedgerCollection.Name)
        .ListAsync());

    /// <summary>Those whose mail waits.</summary>
    public async Task<IReadOnlyList<string>> ListWaitingAsync()
    {
        var waiting = nameof(InvitationMailState.Waiting);
        return [.. (await session.QueryIndex<InvitationIndex>(index => index.Mail == waiting && index.State == Open, LedgerCollection.Name).ListAsync()).Select(index => index.InvitationId)];
    }

    /// <summary>Those that ended by their day before an instant, whatever became of them.</summary>
    public async Task<IReadOnlyList<Invitation>> ListOlderAsync(DateTimeOffset instant)
    {
        var milliseconds = instant.ToUnixTimeMilliseconds();
        return [.. await session.Query<Invitation, InvitationIndex>(index => index.ExpiresMilliseconds < milliseconds, LedgerCollection.Name).ListAsync()];
    }

    /// <summary>Keeps a new one, whose mail waits.</summary>
    public async Task<Invitation> AddAsync(InvitationKind kind, string address, string? accountId, string userId, string culture)
    {
        var invitation = new Invitation
        {
            InvitationId = ids.GenerateUniqueId(),
            Kind = kind,
            Address = address,
            AccountId = accountId,
            InvitedBy = userId,
            Culture = culture,
            InvitedAt = Now,
            ExpiresAt = Now + Lifetime,
        };
        await SaveAsync(invitation);
        return invitation;
    }

    /// <summary>Has it sent again: it lives as long as a new one, and the links of before work no more.</summary>
    public Task RenewAsync(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        invitation.Sending++;
        invitation.ExpiresAt = Now + Lifetime;
        (invitation.Mail, invitation.MailFault) = (InvitationMailState.Waiting, null);
        return SaveAsync(invitation);
    }

    /// <summary>
    /// Ends an open one. Of those who do so at the same moment one does: the row is asked, which the others wait for, and not what this
    /// session has read of it before.
    /// </summary>
    /// <returns>Whether it was open.</returns>
    public async Task<bool> TryEndAsync(Invitation invitation, InvitationState state, string? acceptedBy = null)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        var ended = await tables.ExecuteAsync(
            transaction,
            $"UPDATE {tables.Invitations} SET [State] = @state WHERE [InvitationId] = @InvitationId AND [State] = @Open",
            new { state = state.ToString(), invitation.InvitationId, Open });
        if (ended == 0)
        {
            return false;
        }

        (invitation.State, invitation.AcceptedBy, invitation.EndedAt) = (state, acceptedBy, Now);
        await SaveAsync(invitation);
        return true;
    }

    public Task SaveAsync(Invitation invitation) => session.SaveAsync(invitation, checkConcurrency: false, LedgerCollection.Name);

    public void Remove(Invitation invitation) => session.Delete(invitation, LedgerCollection.Name);

    private IReadOnlyList<Invitation> Live(IEnumerable<Invitation> found) =>
        [.. found.Where(invitation => invitation.IsLive(clock.UtcNow)).OrderBy(invitation => invitation.InvitedAt)];
}
