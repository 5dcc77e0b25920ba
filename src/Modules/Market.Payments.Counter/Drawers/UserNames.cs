using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Counter.Drawers;

/// <summary>What people who worked at the market are called: their logins.</summary>
public sealed class UserNames(ISession session)
{
    /// <summary>The logins of users by their ids; one who is gone is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string> userIds)
    {
        var ids = userIds.Distinct(StringComparer.Ordinal).ToArray();
        return (await session.Query<User, UserIndex>(index => index.UserId.IsIn(ids)).ListAsync())
            .ToDictionary(user => user.UserId, user => user.UserName, StringComparer.Ordinal);
    }
}
