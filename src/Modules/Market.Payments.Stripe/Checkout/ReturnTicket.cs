using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Market.Payments.Stripe.Checkout;

/// <summary>Lets the browser of somebody who is not signed in see one payment when it comes back: that one, for a while.</summary>
public sealed class ReturnTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Market.Payments.Stripe.Return").ToTimeLimitedDataProtector();

    public string For(string paymentId) => _protector.Protect(paymentId, Lifetime);

    public bool IsFor(string? ticket, string paymentId)
    {
        try
        {
            return ticket is not null && _protector.Unprotect(ticket) == paymentId;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
