using OtherShop.Indexes;
using OtherShop.Models;
using YesSql;
using YesSql.Services;

namespace OtherShop;

/// <summary>Keeps memberships. In a unit of work, the session is the unit's own: what is saved is committed with what is posted.</summary>
public sealed class MembershipStore(ISession session)
{
    private const string Collection = Membership.Collection;

    /// <summary>The membership with this id, if there is one.</summary>
    public async Task<Membership?> FindAsync(string? membershipId) =>
        await session.Query<Membership, MembershipIndex>(index => index.MembershipId == membershipId, collection: Collection).FirstOrDefaultAsync();

    /// <summary>The membership that this form made, if it made one.</summary>
    public async Task<Membership?> FindByFormAsync(string formKey) =>
        await session.Query<Membership, MembershipIndex>(index => index.FormKey == formKey, collection: Collection).FirstOrDefaultAsync();

    /// <summary>The last membership of an account that is not cancelled, if it has one.</summary>
    public async Task<Membership?> FindLastAsync(string accountId) =>
        (await ListAsync(accountId)).FirstOrDefault(membership => !membership.IsCancelled);

    /// <summary>All of an account, the newest first.</summary>
    public async Task<IReadOnlyList<Membership>> ListAsync(string accountId) => [.. await session
        .Query<Membership, MembershipIndex>(index => index.AccountId == accountId, collection: Collection)
        .OrderByDescending(index => index.FirstDay).ListAsync()];

    /// <summary>Those with these ids; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Membership>> ListAsync(IReadOnlyCollection<string> membershipIds) => [.. await session
        .Query<Membership, MembershipIndex>(index => index.MembershipId.IsIn(membershipIds), collection: Collection).ListAsync()];

    /// <summary>The newest of all.</summary>
    public async Task<IReadOnlyList<Membership>> ListNewestAsync(int count) => [.. await session
        .Query<Membership, MembershipIndex>(index => !index.IsCancelled, collection: Collection)
        .OrderByDescending(index => index.FirstDay).Take(count).ListAsync()];

    /// <summary>Writes a membership into the session's transaction at once, so that a conflict shows now and not at the commit.</summary>
    public async Task SaveAsync(Membership membership)
    {
        await session.SaveAsync(membership, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
    }
}
