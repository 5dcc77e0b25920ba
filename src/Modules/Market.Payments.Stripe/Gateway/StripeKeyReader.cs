using System.Security.Cryptography;
using Market.Payments.Stripe.Models;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Gateway;

/// <summary>Protects the market's secrets, and reads them.</summary>
public sealed class StripeKeyReader(ISiteService siteService, IDataProtectionProvider protection, ILogger<StripeKeyReader> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Market.Payments.Stripe");

    public string Protect(string secret) => _protector.Protect(secret);

    public async Task<StripeKeys> GetAsync()
    {
        var settings = await siteService.GetSettingsAsync<StripeSettings>();
        return new StripeKeys(settings.PublishableKey, Read(settings.ProtectedSecretKey), Read(settings.ProtectedWebhookSecret), settings);
    }

    public string? Read(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            logger.LogError("A secret of Stripe cannot be read: the site's key ring is not the one it was saved with. Enter it again in Settings → Payments.");
            return null;
        }
    }
}
