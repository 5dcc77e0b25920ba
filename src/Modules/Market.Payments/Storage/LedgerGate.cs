using OrchardCore.Environment.Shell;

namespace Market.Payments.Storage;

/// <summary>
/// Lets the writers of one tenant in one at a time, in their order, where the database has a single writer anyway. Without it SQLite's
/// own busy waiting starves some of them for many seconds. On the other databases it is open, for accounts queue on their rows; only those
/// that the database turned away once, as units of work that lock two accounts in opposite orders are, come back one at a time, or
/// they would meet in the same deadlock again.
/// </summary>
public sealed class LedgerGate(ShellSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? _single = settings["DatabaseProvider"] == "Sqlite" ? new SemaphoreSlim(1, 1) : null;

    private readonly SemaphoreSlim _returning = new(1, 1);

    /// <summary>Waits for a turn.</summary>
    /// <param name="isReturning">Whether the database turned this unit of work away before.</param>
    public async Task<IDisposable> EnterAsync(bool isReturning = false)
    {
        if ((_single ?? (isReturning ? _returning : null)) is not { } gate)
        {
            return Open.Instance;
        }

        await gate.WaitAsync();
        return new Turn(gate);
    }

    public void Dispose()
    {
        _single?.Dispose();
        _returning.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    private sealed class Open : IDisposable
    {
        public static readonly Open Instance = new();

        public void Dispose()
        {
        }
    }
}
