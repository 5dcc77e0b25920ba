using Market.Payments;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using YesSql;
using YesSql.Services;

namespace Market.Desk.Alerts;

/// <summary>Finds who wants to be told, with the rights that they have now.</summary>
public sealed class AlertReaders(AlertStore store, ISession session, IUserService users, IMailLanguages languages)
{
    public async Task<IReadOnlyList<AlertReader>> ListAsync()
    {
        var choices = (await store.ChoicesAsync()).Where(choice => choice.Chosen.Count > 0).ToDictionary(choice => choice.UserId, StringComparer.Ordinal);
        if (choices.Count == 0)
        {
            return [];
        }

        var ids = choices.Keys.ToArray();
        var readers = new List<AlertReader>();
        foreach (var user in await session.Query<User, UserIndex>(index => index.UserId.IsIn(ids) && index.IsEnabled).ListAsync())
        {
            readers.Add(new AlertReader(user, await users.CreatePrincipalAsync(user), await languages.OfAsync(user.UserId), choices[user.UserId]));
        }

        return readers;
    }
}
