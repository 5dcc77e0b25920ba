using Market.Ledger.Chain;

namespace Market.Payments.Books;

/// <summary>How far the verification that runs in this process is. One runs at a time.</summary>
public sealed class VerificationMonitor
{
    private int _running;

    public bool IsRunning => Volatile.Read(ref _running) == 1;

    public VerificationProgress Progress { get; set; }

    public bool TryStart()
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            return false;
        }

        Progress = default;
        return true;
    }

    public void Stop() => Volatile.Write(ref _running, 0);
}
