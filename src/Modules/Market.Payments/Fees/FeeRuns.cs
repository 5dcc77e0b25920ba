using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Fees;

/// <summary>Where runs are kept.</summary>
public sealed class FeeRuns(ISession session)
{
    public Task<FeeRun?> FindAsync(string runId) => FirstAsync(index => index.RunId == runId);

    public Task<FeeRun?> FindByKeyAsync(string keyHash) => FirstAsync(index => index.KeyHash == keyHash);

    /// <summary>The runs of a name, the first one first.</summary>
    public async Task<IReadOnlyList<FeeRun>> OfNameAsync(string nameHash) =>
        [.. (await session.Query<FeeRun, FeeRunIndex>(index => index.NameHash == nameHash, LedgerCollection.Name).ListAsync()).OrderBy(run => run.Place)];

    /// <summary>A page of the runs, the newest first.</summary>
    public async Task<IReadOnlyList<FeeRun>> ListAsync(int skip, int take) =>
    [
        .. await session.Query<FeeRun, FeeRunIndex>(collection: LedgerCollection.Name)
            .OrderByDescending(index => index.ProposedMilliseconds)
            .ThenByDescending(index => index.RunId)
            .Skip(skip).Take(take).NoDuplicates().ListAsync(),
    ];

    public Task<int> CountAsync() => session.QueryIndex<FeeRunIndex>(LedgerCollection.Name).CountAsync();

    /// <summary>How many wait for a second person.</summary>
    public Task<int> CountProposedAsync()
    {
        var proposed = FeeRunState.Proposed;
        return session.QueryIndex<FeeRunIndex>(index => index.State == proposed, LedgerCollection.Name).CountAsync();
    }

    public Task SaveAsync(FeeRun run) => session.SaveAsync(run, checkConcurrency: true, LedgerCollection.Name);

    private async Task<FeeRun?> FirstAsync(System.Linq.Expressions.Expression<Func<FeeRunIndex, bool>> predicate) =>
        await session.Query<FeeRun, FeeRunIndex>(predicate, LedgerCollection.Name).FirstOrDefaultAsync();
}
