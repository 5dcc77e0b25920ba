using Market.Payments.Storage;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Accounts;

/// <summary>The enabled users who have no client account.</summary>
public sealed class UsersWithoutAccount(ISession session, LedgerTables tables)
{
    private string From => $"{tables.Users} u WHERE u.[IsEnabled] = @yes AND NOT EXISTS (SELECT 1 FROM {tables.ClientLogins} c WHERE c.[UserId] = u.[UserId])";

    public async Task<int> CountAsync() => (int)(await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {From}", new { yes = true })).Single();

    /// <summary>The first of them by name.</summary>
    public async Task<IReadOnlyList<User>> ListAsync(int count)
    {
        var ids = await tables.QueryAsync<string>(session, tables.Paged("u.[UserId]", From, "u.[NormalizedUserName]", 0, count), new { yes = true });
        var found = await session.Query<User, UserIndex>(index => index.UserId.IsIn(ids)).ListAsync();
        return [.. found.OrderBy(user => user.NormalizedUserName, StringComparer.Ordinal)];
    }

    /// <summary>The ids of all of them, by name.</summary>
    public Task<IReadOnlyList<string>> ListIdsAsync() =>
        tables.QueryAsync<string>(session, $"SELECT u.[UserId] FROM {From} ORDER BY u.[NormalizedUserName]", new { yes = true });
}
