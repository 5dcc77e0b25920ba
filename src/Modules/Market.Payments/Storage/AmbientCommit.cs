using OrchardCore.Data.Documents;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// Commits a scope's own session where no unit of work does. Where the session has written already it holds SQLite's one write lock, and
/// whoever has the gate waits for that: it then commits at once, or the two would wait for each other.
/// </summary>
public sealed class AmbientCommit(ISession session, LedgerGate gate, IDocumentStore documents)
{
    /// <summary>Whether it has committed in this scope.</summary>
    public bool HasRun { get; private set; }

    public Task RunAsync() => RunAsync(() => Task.CompletedTask);

    /// <param name="last">What is to be written last and committed with the rest.</param>
    public async Task RunAsync(Func<Task> last)
    {
        ArgumentNullException.ThrowIfNull(last);
        using var turn = session.CurrentTransaction is null ? await gate.EnterAsync() : null;
        await last();
        await documents.CommitAsync();
        HasRun = true;
    }
}
