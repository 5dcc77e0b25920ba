namespace Market.Payments;

/// <summary>Where the site is, for links that are followed from elsewhere.</summary>
public interface ISiteAddress
{
    /// <summary>
    /// The address without a slash at its end; none where the base URL is not set. Outside Development nobody's Host header stands in for it:
    /// who asks would say where others are led.
    /// </summary>
    Task<string?> GetAsync();
}
