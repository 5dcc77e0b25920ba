using OrchardCore.Environment.Shell;

namespace Market.Payments.Storage;

/// <summary>
/// Lets the writers of one tenant in one at a time, in their order, where the database has a single writer anyway. Without it SQLite's
/// own busy waiting starves some of them for many seconds. On the other databases accounts queue on their rows, and as many come in as leave
/// connections to the rest of the site: whoever waits for a row keeps one, and the one it waits for may need another to go on, for new ids
/// are leased by a connection of their own. Those that the database turned away once, as units of work that lock two accounts in opposite
/// orders are, come back one at a time, or they would meet in the same deadlock again.
/// </summary>
public sealed class LedgerGate(ShellSettings settings) : IDisposable
{
    // Four a core: more only wait longer for one another's rows, each in a transaction of its own. At most a third of the connections that a
    // pool has unless somebody says otherwise.
    private static readonly int AtOnce = Math.Clamp(4 * Environment.ProcessorCount, 8, 32);

    private readonly SemaphoreSlim _writers = settings["DatabaseProvider"] == "Sqlite" ? new(1, 1) : new(AtOnce, AtOnce);

    private readonly SemaphoreSlim _returning = new(1, 1);

    /// <summary>Whether one writes at a time.</summary>
    public bool IsSingle { get; } = settings["DatabaseProvider"] == "Sqlite";

    /// <summary>Waits for a turn.</summary>
    /// <param name="isReturning">Whether the database turned this unit of work away before.</param>
    public async Task<IDisposable> EnterAsync(bool isReturning = false)
    {
        var gate = isReturning && !IsSingle ? _returning : _writers;
        await gate.WaitAsync();
        return new Turn(gate);
    }

    public void Dispose()
    {
        _writers.Dispose();
        _returning.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
