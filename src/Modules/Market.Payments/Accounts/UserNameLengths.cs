using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Accounts;

/// <summary>
/// The columns in which Orchard keeps a user's names take so many characters, which SQLite does not ask and PostgreSQL only when the user
/// has been told that all is well.
/// </summary>
public sealed class UserNameLengths(IdentityErrorDescriber describer) : IUserValidator<IUser>
{
    private const int MostCharacters = 255;

    public Task<IdentityResult> ValidateAsync(UserManager<IUser> manager, IUser user) => Task.FromResult(
        user is not User named ? IdentityResult.Success
        : named.UserName?.Length > MostCharacters ? IdentityResult.Failed(describer.InvalidUserName(named.UserName))
        : named.Email?.Length > MostCharacters ? IdentityResult.Failed(describer.InvalidEmail(named.Email))
        : IdentityResult.Success);
}
