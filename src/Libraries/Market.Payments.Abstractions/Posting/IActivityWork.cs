namespace Market.Payments;

/// <summary>
/// Where a workflow's activity posts: in the unit of work that is under way, as that of an order whose workflow posts its debit; otherwise
/// in one of its own.
/// </summary>
public interface IActivityWork
{
    /// <summary>Runs the work in the unit of work that is under way, or in one of its own where there is none.</summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="ask">The work, as that of <see cref="IUnitOfWork.RunAsync{T}"/>.</param>
    /// <param name="keep">Whether an answer is worth committing, where the unit of work is its own.</param>
    Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> ask, Func<T, bool> keep);

    /// <summary>The same for what must be committed before the activity goes on, as a mail is claimed before it is sent.</summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="ask">The work, as that of <see cref="IUnitOfWork.RunAsync{T}"/>.</param>
    /// <param name="keep">Whether an answer is worth committing.</param>
    /// <exception cref="InvalidOperationException">A unit of work is under way: the activity belongs behind an event that is told once that is committed.</exception>
    Task<T> RunCommittedAsync<T>(Func<IServiceProvider, Task<T>> ask, Func<T, bool> keep);
}
