using System.Runtime.ExceptionServices;

namespace Market.Payments.Storage;

/// <summary>
/// Remembers that the database failed under the ledger in this scope. A workflow swallows its activities' exceptions, and a session
/// whose flush failed answers later calls as if nothing had happened: the unit of work asks here before it commits.
/// </summary>
public sealed class StoreFault
{
    private ExceptionDispatchInfo? _first;

    public async Task<T> WatchAsync<T>(Func<Task<T>> access)
    {
        try
        {
            return await access();
        }
        catch (Exception exception)
        {
            _first ??= ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    public void ThrowIfAny() => _first?.Throw();
}
