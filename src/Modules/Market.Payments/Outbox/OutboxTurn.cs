namespace Market.Payments.Outbox;

/// <summary>Lets one dispatcher of a tenant's process work at a time; another that is started meanwhile has it look again.</summary>
public sealed class OutboxTurn
{
    private int _again;
    private int _running;

    /// <summary>Has the dispatcher look again.</summary>
    /// <returns>Whether one is at work and will.</returns>
    public bool AskAgain()
    {
        Interlocked.Exchange(ref _again, 1);
        return Volatile.Read(ref _running) == 1;
    }

    /// <summary>Does the work until nobody asked for it since it began, or leaves that to who does it now.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Interlocked.Exchange(ref _again, 1);

        // Who asks after the last look and before the end finds the dispatcher running: so it looks once more after the end.
        while (Volatile.Read(ref _again) == 1 && Interlocked.CompareExchange(ref _running, 1, 0) == 0)
        {
            try
            {
                while (Interlocked.Exchange(ref _again, 0) == 1)
                {
                    await work();
                }
            }
            finally
            {
                Interlocked.Exchange(ref _running, 0);
            }
        }
    }
}
