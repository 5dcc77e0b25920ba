using System.Globalization;
using System.Security.Cryptography;
using Market.Payments.Models;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Modules;

namespace Market.Payments.Invitations;

/// <summary>
/// The links of invitations: the invitation and which sending of it, protected by the tenant's own keys. No token is kept anywhere: how long
/// a link works, and that it does once, the invitation says.
/// </summary>
public sealed class InvitationLinks(IDataProtectionProvider protection, InvitationStore store, IClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Market.Payments.Invitation");

    /// <param name="site">The site's address, without a slash at its end.</param>
    /// <param name="invitation">The invitation, as it is being sent.</param>
    public Uri Create(string site, Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return new($"{site}/invitation/{_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{invitation.InvitationId} {invitation.Sending}"))}");
    }

    /// <summary>The invitation that a link's token is of; none where it is altered, of another site, too old, used, withdrawn, or sent again since.</summary>
    public async Task<Invitation?> ReadAsync(string? token)
    {
        try
        {
            return _protector.Unprotect(token ?? string.Empty).Split(' ') is [var id, var sending]
                && await store.FindAsync(id) is { } invitation
                && invitation.IsLive(clock.UtcNow)
                && sending == invitation.Sending.ToString(CultureInfo.InvariantCulture)
                ? invitation
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
