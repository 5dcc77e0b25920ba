namespace Market.Ledger.InMemory;

/// <summary>A transaction of an <see cref="InMemoryLedgerStore"/>.</summary>
public sealed class InMemoryTransaction : IDisposable
{
    private Action<bool>? _end;

    internal InMemoryTransaction(Action<bool> end) => _end = end;

    /// <summary>Keeps what was done since it began, and ends it.</summary>
    public void Commit() => End(commit: true);

    /// <summary>Undoes what was done since it began, unless it was committed.</summary>
    public void Dispose() => End(commit: false);

    private void End(bool commit)
    {
        _end?.Invoke(commit);
        _end = null;
    }
}
