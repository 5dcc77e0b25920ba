using Market.Payments.Banking.Statements;

namespace Market.Payments.Banking.Inbox;

/// <summary>Forgets what the bank said of who paid for an account that is closed, and from where.</summary>
public sealed class LineErasure(StatementStore store) : IAccountObserver
{
    public Task ClosedAsync(string accountId) => store.ForgetAsync(accountId);

    public Task RemovedAsync(string accountId) => store.ForgetAsync(accountId);
}
