using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Models;
using YesSql;

namespace Market.Payments.MovingIn.Runs;

/// <summary>Reads what was moved in.</summary>
public sealed class RunStore(ISession session)
{
    public Task<MovingRun?> FindAsync(string runId) =>
        session.Query<MovingRun, MovingRunIndex>(index => index.RunId == runId, MovingCollection.Name).FirstOrDefaultAsync()!;

    /// <summary>All of them, the newest first: a market moves in a few times.</summary>
    public async Task<IReadOnlyList<MovingRun>> ListAsync() =>
        [.. await session.Query<MovingRun, MovingRunIndex>(MovingCollection.Name).OrderByDescending(index => index.MovedMilliseconds).ListAsync()];

    /// <summary>Who came with a run, in the order of its file.</summary>
    public async Task<IReadOnlyList<MovedPerson>> PeopleAsync(string runId) =>
        [.. await session.Query<MovedPerson, MovedPersonIndex>(index => index.RunId == runId, MovingCollection.Name).OrderBy(index => index.Line).ListAsync()];

    public Task<MovedPerson?> FindPersonAsync(string runId, int line) =>
        session.Query<MovedPerson, MovedPersonIndex>(index => index.RunId == runId && index.Line == line, MovingCollection.Name).FirstOrDefaultAsync()!;

    public Task SaveAsync(MovingRun run) => session.SaveAsync(run, MovingCollection.Name);

    public Task SaveAsync(MovedPerson person) => session.SaveAsync(person, checkConcurrency: true, MovingCollection.Name);
}
