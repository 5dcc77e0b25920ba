namespace Market.Payments.Storage;

/// <summary>Before a unit of work of its own, what the scope's own session holds is committed: on SQLite that would keep it waiting.</summary>
public sealed class ActivityWork(IServiceProvider services, UnitOfWorkScope unit, AmbientCommit ambient, IUnitOfWork work) : IActivityWork
{
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> ask, Func<T, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (unit.IsUnderWay)
        {
            return await ask(services);
        }

        return await RunCommittedAsync(ask, keep);
    }

    public async Task<T> RunCommittedAsync<T>(Func<IServiceProvider, Task<T>> ask, Func<T, bool> keep)
    {
        if (unit.IsUnderWay)
        {
            throw new InvalidOperationException("This cannot be part of what is not committed yet: use an event that is told once it is.");
        }

        await ambient.RunAsync();
        return await work.RunAsync(ask, keep);
    }
}
