using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;

namespace MarketSite.Web;

/// <summary>Verifies a password once in a request. Orchard's sign-in looks twice at one that is right, and each look is meant to be work.</summary>
public sealed class VerifiedOnce(IPasswordHasher<IUser> hasher) : IPasswordHasher<IUser>
{
    private (string Hash, string Password, PasswordVerificationResult Answer)? _last;

    public string HashPassword(IUser user, string password) => hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(IUser user, string hashedPassword, string providedPassword)
    {
        if (_last is not { } last || (last.Hash, last.Password) != (hashedPassword, providedPassword))
        {
            _last = last = (hashedPassword, providedPassword, hasher.VerifyHashedPassword(user, hashedPassword, providedPassword));
        }

        return last.Answer;
    }
}
