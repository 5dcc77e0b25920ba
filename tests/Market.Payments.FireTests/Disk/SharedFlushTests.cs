using Market.Payments.Storage.Sqlite;

namespace Market.Payments.FireTests.Disk;

/// <summary>One wait for the disk for all who ask meanwhile, and never one that began before the question.</summary>
public sealed class SharedFlushTests : IDisposable
{
    private readonly SemaphoreSlim _begun = new(0);
    private readonly SemaphoreSlim _disk = new(0);
    private readonly SharedFlush _flush;

    private int _count;
    private bool _isBroken;

    public SharedFlushTests() => _flush = new SharedFlush(() =>
    {
        Interlocked.Increment(ref _count);
        _begun.Release();
        _disk.Wait(TestContext.Current.CancellationToken);
        if (_isBroken)
        {
            throw new IOException("The disk is gone.");
        }
    });

    [Fact]
    public async Task Who_asks_while_it_is_under_way_waits_for_the_next_one_together()
    {
        var first = _flush.RunAsync();
        await _begun.WaitAsync(TestContext.Current.CancellationToken);
        var (second, third) = (_flush.RunAsync(), _flush.RunAsync());

        _disk.Release();
        await first;
        await _begun.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted || third.IsCompleted);

        _disk.Release();
        await Task.WhenAll(second, third);
        Assert.Equal(2, _count);
    }

    [Fact]
    public async Task All_who_waited_are_told_that_the_disk_failed_and_nobody_after_them()
    {
        (_isBroken, _) = (true, _disk.Release());
        await Assert.ThrowsAsync<IOException>(_flush.RunAsync);

        (_isBroken, _) = (false, _disk.Release());
        await _flush.RunAsync();
    }

    public void Dispose()
    {
        _flush.Dispose();
        _begun.Dispose();
        _disk.Dispose();
    }
}
