using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Counter.Board;

/// <summary>What the users of the site are called.</summary>
public sealed class UserNames(ISession session)
{
    /// <summary>The names, by user id; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<string> userIds)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        var users = await userIds.FindInPartsAsync(some => session.Query<User, UserIndex>(index => index.UserId.IsIn(some)).ListAsync());
        return users.ToDictionary(user => user.UserId, user => user.UserName, StringComparer.Ordinal);
    }
}
