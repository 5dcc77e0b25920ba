using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Modules;

namespace Market.Payments.Paying;

/// <summary>Payment links whose token is the account and the end of its life, protected by the tenant's own keys.</summary>
public sealed class PaymentLinks(IDataProtectionProvider protection, ISiteAddress site, IClock clock) : IPaymentLinks
{
    /// <summary>How long a link lives: longer than the ladder of reminders that sends it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);

    private readonly IDataProtector _protector = protection.CreateProtector("Market.Payments.PaymentLink");

    public async Task<Uri?> CreateAsync(string accountId)
    {
        var end = new DateTimeOffset(clock.UtcNow).Add(Lifetime).ToUnixTimeMilliseconds();
        var token = _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{end} {accountId}"));
        return await site.GetAsync() is { } address ? new Uri($"{address}/pay/{token}") : null;
    }

    public string? Read(string? token)
    {
        try
        {
            return _protector.Unprotect(token ?? string.Empty).Split(' ', 2) is [var end, var accountId]
                && long.Parse(end, CultureInfo.InvariantCulture) > new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds()
                ? accountId
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
