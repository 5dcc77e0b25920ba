namespace Market.Payments;

/// <summary>
/// Links that let whoever holds one see what an account has to pay, and pay it, without signing in: signed, for one account, for a
/// limited time and number of uses, and revocable. They show no statement.
/// </summary>
public interface IPaymentLinks
{
    /// <summary>Makes a link for an account.</summary>
    /// <returns>The absolute address; none where the site's own address is not known, as in the background of a site without a base URL.</returns>
    Task<Uri?> CreateAsync(string accountId);

    /// <summary>Reads a link's token.</summary>
    /// <param name="token">The last part of the link's path.</param>
    /// <returns>None where the token is expired, revoked, altered or of another site.</returns>
    Task<PaymentLink?> ReadAsync(string? token);

    /// <summary>
    /// Counts what is sent from a link: a payment announced, a card's page opened. Looking at it is no use. In a unit of work, so that it is
    /// counted with what it was for or not at all.
    /// </summary>
    /// <param name="token">The last part of the link's path.</param>
    /// <param name="key">What was sent: the same once more is no other use.</param>
    /// <returns>Whether it still works; with no, nothing may be done by it.</returns>
    Task<bool> UseAsync(string token, string key);
}
