namespace Market.Payments;

/// <summary>
/// Links that let whoever holds one see what an account has to pay, and pay it, without signing in: signed, for one account, for a
/// limited time. They show no statement.
/// </summary>
public interface IPaymentLinks
{
    /// <summary>Makes a link for an account.</summary>
    /// <returns>The absolute address; none where the site's own address is not known, as in the background of a site without a base URL.</returns>
    Task<Uri?> CreateAsync(string accountId);

    /// <summary>The account a link's token is for.</summary>
    /// <param name="token">The last part of the link's path.</param>
    /// <returns>The account's id; none where the token is expired, altered or of another site.</returns>
    string? Read(string? token);
}
