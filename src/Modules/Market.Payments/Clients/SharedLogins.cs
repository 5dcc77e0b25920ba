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
    private string Shared => SharedIn(tables.Clients);

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

    /// <summary>Makes the indexes where they are not there and nothing is in their way: of holders, and of all who see an account.</summary>
    public async Task TryEnforceAsync(DbTransaction transaction)
    {
        // Only SQL Server takes two accounts without a login for two of one.
        var where = store.Configuration.SqlDialect.Name == "SqlServer" ? " WHERE [UserId] IS NOT NULL" : string.Empty;
        await TryEnforceAsync(transaction, "OneLoginEach", tables.Clients, "UIX_Client_UserId", where);
        await TryEnforceAsync(transaction, "OneAccountEach", tables.ClientLogins, "UIX_ClientLogin_UserId", string.Empty);
    }

    private async Task TryEnforceAsync(DbTransaction transaction, string name, string table, string index, string where)
    {
        // Whoever does so at the same moment waits here.
        if (await tables.ExecuteAsync(transaction, $"UPDATE {tables.Counters} SET [Value] = [Value] WHERE [Name] = @name", new { name }) > 0
            || (await tables.QueryManyAsync<string>(transaction, SharedIn(table))).Count > 0)
        {
            return;
        }

        await tables.ExecuteAsync(transaction, $"INSERT INTO {tables.Counters} ([Name], [Value]) VALUES (@name, 1)", new { name });
        await tables.ExecuteAsync(transaction, $"CREATE UNIQUE INDEX [{tables.Prefixed(index)}] ON {table} ([UserId]){where}");
    }

    private static string SharedIn(string table) => $"SELECT [UserId] FROM {table} WHERE [UserId] IS NOT NULL GROUP BY [UserId] HAVING COUNT(*) > 1";
}
