using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

public class MarketIdentitySettingsViewModel
{
    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? Siret { get; set; }

    /// <summary>The site's name, which stands where no other is given.</summary>
    [BindNever]
    [ValidateNever]
    public string? SiteName { get; set; }
}
