using Market.Payments.Accounts;
using Market.Payments.Mails;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Persons;

/// <summary>The login that sees the account. Its password is kept as a hash only, which is a secret and in no file.</summary>
public sealed class LoginData(UserManager<IUser> users, IClientAccounts accounts, IMailLanguages languages, MailWishes wishes, IStringLocalizer<LoginData> S) : IPersonalData
{
    public string Name => "logins";

    public string Label => S["Your login: its name, mail address and roles, and the mails you chose"];

    public IReadOnlyList<string> SeenWith => ["ManageUsers", "View Users", "ListUsers"];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.UserId is not { } userId || await users.FindByIdAsync(userId) is not User user)
        {
            return [];
        }

        var mails = new Dictionary<string, bool>(StringComparer.Ordinal);
        var held = await accounts.FindAsync(account.Id) ?? account;
        foreach (var kind in wishes.Asked(held, userId))
        {
            mails[kind.Name] = await wishes.IsWantedAsync(kind, held, userId);
        }

        return
        [
            new
            {
                user.UserId,
                user.UserName,
                MailAddress = user.Email,
                RegisteredName = Newcomers.NameOf(user),
                user.IsEnabled,
                IsAddressConfirmed = user.EmailConfirmed,
                Phone = user.PhoneNumber,
                Roles = user.RoleNames,
                MailLanguage = await languages.OfAsync(userId),
                MailsWanted = mails,
                OtherProviders = user.LoginInfos.Select(info => info.LoginProvider),
            },
        ];
    }
}
