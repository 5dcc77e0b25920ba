using OrchardCore.Environment.Shell;

namespace Market.Payments.Services;

/// <summary>
/// Lets the writers of one tenant in one at a time, in their order, where the database has a single writer anyway. Without it SQLite's
/// own busy waiting starves some of them for many seconds. On the other databases it is open: accounts queue on their rows.
/// </summary>
public sealed class LedgerGate(ShellSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? _single = settings["DatabaseProvider"] == "Sqlite" ? new SemaphoreSlim(1, 1) : null;

    public async Task<IDisposable> EnterAsync()
    {
        if (_single is null)
        {
            return Open.Instance;
        }

        await _single.WaitAsync();
        return new Turn(_single);
    }

    public void Dispose() => _single?.Dispose();

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
