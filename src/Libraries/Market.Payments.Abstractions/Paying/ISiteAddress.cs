namespace Market.Payments;

/// <summary>Where the site is, for links that are followed from elsewhere.</summary>
public interface ISiteAddress
{
    /// <summary>The address without a slash at its end; none in the background of a site whose base URL is not set.</summary>
    Task<string?> GetAsync();
}
