namespace Market.Payments;

/// <summary>
/// All or none: what is done inside one call is committed together before the call returns, or not at all.
/// Money and what it is for (an order, a payment's document) belong in the same one: what a module keeps by the scope's own <c>ISession</c>
/// of YesSql is in the same transaction as what it posts by the scope's <see cref="Market.Ledger.ILedger"/>.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Runs the work in a scope and a transaction of its own, and commits it if <paramref name="keep"/> says so.</summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">
    /// The work, given the services of its scope. A busy or conflicting database makes it run again from the start,
    /// so it must do nothing outside the transaction, use no service of another scope, and start no unit of work.
    /// </param>
    /// <param name="keep">Whether an answer is worth committing; a refusal is not.</param>
    /// <returns>The answer of the run that was committed, or of the one that was not kept.</returns>
    Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, Func<T, bool> keep);

    /// <summary>
    /// The same for work that is one call to the ledger or little more. Where the database has a single writer it may share its scope and its
    /// transaction with others that wait at the same time, and is committed with them; a refusal, or another's fault, stays each one's own.
    /// </summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">The work, as for <see cref="RunAsync"/>. What its services remember of a scope, others in it may have left there.</param>
    /// <param name="keep">Whether an answer is worth committing; a refusal is not.</param>
    /// <returns>The answer of the run that was committed, or of the one that was not kept.</returns>
    Task<T> RunTogetherAsync<T>(Func<IServiceProvider, Task<T>> work, Func<T, bool> keep);
}
