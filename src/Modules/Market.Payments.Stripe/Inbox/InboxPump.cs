using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Locking.Distributed;

namespace Market.Payments.Stripe.Inbox;

/// <summary>
/// Works off the inbox of a tenant until nothing is due, one worker at a time: here by a semaphore, among several servers by a lease
/// that lapses if its holder dies. Neither is what keeps an event from being applied twice: that is the commit it shares with the books.
/// </summary>
public sealed class InboxPump(IDistributedLock locks) : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _single = new(1, 1);

    private int _isWanted;

    public async Task RunAsync()
    {
        Interlocked.Exchange(ref _isWanted, 1);
        do
        {
            if (!await _single.WaitAsync(0))
            {
                return;
            }

            try
            {
                await DrainAsync();
            }
            finally
            {
                _single.Release();
            }
        }
        while (Volatile.Read(ref _isWanted) == 1);
    }

    public void Dispose() => _single.Dispose();

    private async Task DrainAsync()
    {
        var (lease, isMine) = await locks.TryAcquireLockAsync("MARKET_STRIPE_INBOX", TimeSpan.Zero, Lease);
        if (!isMine)
        {
            Interlocked.Exchange(ref _isWanted, 0);
            return;
        }

        await using (lease)
        {
            while (Interlocked.Exchange(ref _isWanted, 0) == 1)
            {
                for (var count = 1; count > 0;)
                {
                    // A scope for each batch: what a session has read once it does not read again.
                    await ShellScope.UsingChildScopeAsync(async scope => count = await scope.ServiceProvider.GetRequiredService<InboxWorker>().WorkOffAsync());
                }
            }
        }
    }
}
