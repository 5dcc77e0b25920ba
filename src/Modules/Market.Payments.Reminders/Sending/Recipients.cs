using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.Reminders.Sending;

/// <summary>Finds where a member is written to.</summary>
public sealed class Recipients(ISession session, IMailLanguages languages)
{
    /// <returns>None where the member has no login or no mail address.</returns>
    public async Task<Recipient?> FindAsync(string? userId)
    {
        var user = userId is null ? null : await session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync();
        return string.IsNullOrWhiteSpace(user?.Email) ? null : new Recipient(user.UserId, user.Email, await languages.OfAsync(user.UserId));
    }
}
