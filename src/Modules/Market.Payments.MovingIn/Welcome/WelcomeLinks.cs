using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Market.Payments.MovingIn.Welcome;

/// <summary>
/// The links of welcome mails. Orchard's own to set a password work for a quarter of an hour, which is no time for a mail; one of these works
/// for a month, as long as its user has no password, and leads to one of Orchard's.
/// </summary>
public sealed class WelcomeLinks(IDataProtectionProvider protection)
{
    public const int DaysValid = 30;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Market.Payments.MovingIn.Welcome").ToTimeLimitedDataProtector();

    /// <param name="site">The site's address, without a slash at its end.</param>
    /// <param name="userId">Whom it is for.</param>
    public Uri Create(string site, string userId) => new($"{site}/welcome/{_protector.Protect(userId, TimeSpan.FromDays(DaysValid))}");

    /// <summary>The user a link's token is for; none where it is altered, too old or of another site.</summary>
    public string? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
