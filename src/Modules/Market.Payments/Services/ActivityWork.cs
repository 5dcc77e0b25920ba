using Market.Ledger;

namespace Market.Payments.Services;

/// <summary>
/// Where an activity posts: in the unit of work that is under way, as that of an order whose workflow posts its debit; otherwise in one of
/// its own, once what the scope's own session holds is committed, because on SQLite that would keep the unit of work waiting.
/// </summary>
public sealed class ActivityWork(IServiceProvider services, UnitOfWorkScope unit, AmbientCommit ambient, IUnitOfWork work)
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

    /// <summary>The same for what must be committed before the activity goes on, as a mail is claimed before it is sent: so not in a unit of work that is under way.</summary>
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
