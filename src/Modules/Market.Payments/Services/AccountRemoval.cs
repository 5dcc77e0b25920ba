using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using YesSql;

namespace Market.Payments.Services;

/// <summary>An account with operations is part of the books: it is closed, not deleted.</summary>
public sealed class AccountRemoval(ISession session, LedgerTables tables, INotifier notifier, IHtmlLocalizer<AccountRemoval> H)
{
    public async Task<bool> IsAllowedAsync(string accountId) =>
        (await tables.QueryAsync<long>(session, $"SELECT [Sequence] FROM {tables.Accounts} WHERE [AccountId] = @accountId", new { accountId })).SingleOrDefault() == 0;

    public ValueTask ExplainAsync() => notifier.ErrorAsync(H["This client account has operations. It cannot be deleted; close it instead."]);
}
