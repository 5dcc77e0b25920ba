using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Checkout;

/// <summary>Cards are taken with the keys of the market's account at Stripe.</summary>
public sealed class StripeDetails(ISiteService siteService, IStringLocalizer<StripeDetails> S) : IMethodDetails
{
    public string Method => StripeMethod.MethodName;

    public async Task<string?> FindMissingAsync(IFormCollection? page = null)
    {
        var settings = await siteService.GetSettingsAsync<StripeSettings>();
        var publishable = page is not null && page.TryGetValue(Field(nameof(StripeSettingsViewModel.PublishableKey)), out var given) ? given.ToString() : settings.PublishableKey;
        var secret = page?[Field(nameof(StripeSettingsViewModel.SecretKey))].ToString();
        return string.IsNullOrWhiteSpace(publishable) || (string.IsNullOrWhiteSpace(secret) && string.IsNullOrEmpty(settings.ProtectedSecretKey))
            ? S["Card online needs the publishable key and the secret key."].Value
            : null;
    }

    private static string Field(string name) => $"{nameof(StripeSettings)}.{name}";
}
