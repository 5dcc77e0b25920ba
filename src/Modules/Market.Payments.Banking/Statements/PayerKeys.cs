using System.Security.Cryptography;
using System.Text;
using Market.Payments.Banking.Models;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using OrchardCore.Documents;

namespace Market.Payments.Banking.Statements;

/// <summary>
/// Knows a payer's bank account again without keeping it: as a hash under a key that is the market's own secret. Where the key cannot be read
/// any more, a new one is made, and payers are learnt anew.
/// </summary>
public sealed class PayerKeys(IDocumentManager<PayerSecret> documents, IDataProtectionProvider protection, ILogger<PayerKeys> logger)
{
    private const int TailLength = 4;
    private const int KeyLength = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("Market.Payments.Banking.Payers");

    /// <summary>The key, made where there is none. It is not written anywhere else.</summary>
    public async Task<byte[]> GetKeyAsync()
    {
        if ((await documents.GetOrCreateImmutableAsync()).ProtectedKey is { Length: > 0 } kept && Read(kept) is { } key)
        {
            return key;
        }

        var secret = await documents.GetOrCreateMutableAsync();
        var made = RandomNumberGenerator.GetBytes(KeyLength);
        secret.ProtectedKey = _protector.Protect(Convert.ToBase64String(made));
        await documents.UpdateAsync(secret);
        return made;
    }

    public static string Hash(byte[] key, string account) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Bare(account))));

    public static string Tail(string account)
    {
        var bare = Bare(account);
        return bare.Length <= 2 * TailLength ? string.Empty : bare[^TailLength..];
    }

    private static string Bare(string account) => new([.. account.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    private byte[]? Read(string kept)
    {
        try
        {
            return Convert.FromBase64String(_protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            logger.LogWarning("The key of payers' bank accounts cannot be read: the site's key ring is not the one it was made with. Payers are learnt anew.");
            return null;
        }
    }
}
