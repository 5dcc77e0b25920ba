namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// Waits for the disk once for all who ask meanwhile. Whoever asks waits for a flush that began after the question: one that was under way
/// already may have begun before what is to be kept was written.
/// </summary>
/// <param name="flush">Has the disk keep what was written before; it blocks until it has.</param>
public sealed class SharedFlush(Action flush) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    private Task? _next;

    public Task RunAsync()
    {
        lock (_lock)
        {
            return _next ??= Task.Run(RunNextAsync);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RunNextAsync()
    {
        await _turn.WaitAsync();
        try
        {
            lock (_lock)
            {
                _next = null;
            }

            flush();
        }
        finally
        {
            _turn.Release();
        }
    }
}
