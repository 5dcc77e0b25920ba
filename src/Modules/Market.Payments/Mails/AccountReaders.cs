using Market.Payments.Indexes;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Mails;

public sealed class AccountReaders(ISession session, IMailChoices choices) : IAccountReaders
{
    public async Task<IReadOnlyList<string>> ListAsync(string accountId, string kind)
    {
        var readers = new List<string>();
        foreach (var login in await session.QueryIndex<ClientLoginIndex>(index => index.AccountId == accountId && !index.IsHolder).ListAsync())
        {
            if (await choices.FindAsync(login.UserId, kind) == true)
            {
                readers.Add(login.UserId);
            }
        }

        return readers;
    }

    public async Task<IReadOnlyList<string>> ListAddressesAsync(string accountId, string kind)
    {
        var readers = (await ListAsync(accountId, kind)).ToArray();
        var users = readers.Length == 0 ? [] : await session.Query<User, UserIndex>(index => index.UserId.IsIn(readers)).ListAsync();
        return [.. users.Where(user => user.IsEnabled && !string.IsNullOrWhiteSpace(user.Email)).Select(user => user.Email)];
    }
}
