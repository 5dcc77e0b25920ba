using System.Data.Common;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Clients;

/// <summary>
/// A login sees one account: a unique index holds it. A database from before may have accounts that share one; which of them is the
/// user's a person decides, in the editor, and the index comes once no two share any.
/// </summary>
public sealed class SharedLogins(IStore store, ISession session, LedgerTables tables)
{
    private const string Enforced = "OneLoginEach";

    private string Shared => $"SELECT [UserId] FROM {tables.Clients} WHERE [UserId] IS NOT NULL GROUP BY [UserId] HAVING COUNT(*) > 1";

    /// <summary>The accounts that share a login, together.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ClientAccountIndex>>> ListAsync()
    {
        var userIds = await tables.QueryAsync<string>(session, Shared);
        if (userIds is [])
        {
            return [];
        }

        var accounts = await session.QueryIndex<ClientAccountIndex>(index => index.UserId.IsIn(userIds)).OrderBy(index => index.Number).ListAsync();
        return [.. accounts.GroupBy(account => account.UserId, StringComparer.Ordinal).Select(group => group.ToList())];
    }

    /// <summary>Makes the index where it is not there and nothing is in its way.</summary>
    public async Task TryEnforceAsync(DbTransaction transaction)
    {
        // Whoever does so at the same moment waits here.
        if (await tables.ExecuteAsync(transaction, $"UPDATE {tables.Counters} SET [Value] = [Value] WHERE [Name] = @Enforced", new { Enforced }) > 0
            || (await tables.QuerySingleAsync<string>(transaction, Shared)) is not null)
        {
            return;
        }

        // Only SQL Server takes two accounts without a login for two of one.
        var where = store.Configuration.SqlDialect.Name == "SqlServer" ? " WHERE [UserId] IS NOT NULL" : string.Empty;
        await tables.ExecuteAsync(transaction, $"INSERT INTO {tables.Counters} ([Name], [Value]) VALUES (@Enforced, 1)", new { Enforced });
        await tables.ExecuteAsync(transaction, $"CREATE UNIQUE INDEX [{tables.Prefixed("UIX_Client_UserId")}] ON {tables.Clients} ([UserId]){where}");
    }
}
