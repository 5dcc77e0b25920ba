using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Market.Payments.Reminders.Choices;

/// <summary>Links by which whoever holds one stops the reminders of one account, without signing in. They do not expire.</summary>
public sealed class OptOutLinks(IDataProtectionProvider protection, ISiteAddress site)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Market.Payments.Reminders.OptOut");

    public async Task<Uri?> CreateAsync(string accountId) =>
        await site.GetAsync() is { } address ? new Uri($"{address}/reminders/stop/{_protector.Protect(accountId)}") : null;

    /// <summary>The account a link's token is for; none where it is altered or of another site.</summary>
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
