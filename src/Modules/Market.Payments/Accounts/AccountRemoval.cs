using Market.Payments.Clients;
using Market.Payments.Storage;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using YesSql;

namespace Market.Payments.Accounts;

/// <summary>An account with operations is part of the books: it is closed, not deleted. Nor is one deleted behind which something is open.</summary>
public sealed class AccountRemoval(ISession session, LedgerTables tables, AccountClosing closing, INotifier notifier, IHtmlLocalizer<AccountRemoval> H)
{
    public async Task<bool> HasOperationsAsync(string accountId) =>
        (await tables.QueryAsync<long>(session, $"SELECT [Sequence] FROM {tables.Accounts} WHERE [AccountId] = @accountId", new { accountId })).SingleOrDefault() > 0;

    /// <summary>
    /// Removes the account's balance row if it has no operation and nothing is open, in the session's transaction, and says why where it
    /// does not: a posting at the same moment comes either before, and the account stays, or after, and finds no account.
    /// </summary>
    public async Task<bool> TryRemoveAsync(string accountId)
    {
        var open = await closing.ListOpenAsync(accountId);
        foreach (var sentence in open)
        {
            await notifier.ErrorAsync(H["{0}", sentence]);
        }

        if (open.Count > 0)
        {
            return false;
        }

        var transaction = await session.BeginTransactionAsync();
        if (await tables.ExecuteAsync(transaction, $"DELETE FROM {tables.Accounts} WHERE [AccountId] = @accountId AND [Sequence] = 0 AND [Pending] = 0", new { accountId }) == 1)
        {
            return true;
        }

        await ExplainAsync();
        return false;
    }

    public ValueTask ExplainAsync() => notifier.ErrorAsync(H["This client account has operations. It cannot be deleted; close it instead."]);
}
