namespace Market.Payments;

/// <summary>
/// Told of the end of a client account, in the transaction in which it comes: a module that keeps something about the client erases it
/// there. Register an implementation to be told.
/// </summary>
public interface IAccountObserver
{
    /// <summary>The account was closed: it takes no operations any more. It is told again whenever a closed account is saved.</summary>
    Task ClosedAsync(string accountId);

    /// <summary>The account was removed, which only one without operations is.</summary>
    Task RemovedAsync(string accountId);
}
