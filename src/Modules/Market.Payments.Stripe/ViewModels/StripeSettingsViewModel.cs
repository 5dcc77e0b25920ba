using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The settings as the page shows them. A secret travels one way only: from the browser.</summary>
public class StripeSettingsViewModel
{
    public string? PublishableKey { get; set; }

    /// <summary>A new secret key; empty keeps the old one.</summary>
    public string? SecretKey { get; set; }

    /// <summary>A new webhook secret; empty keeps the old one.</summary>
    public string? WebhookSecret { get; set; }

    public bool AddsFee { get; set; }

    public string? FeePercent { get; set; }

    public string? FeeFixed { get; set; }

    public string? Minimum { get; set; }

    public string? SoftCap { get; set; }

    public string[]? MethodTypes { get; set; }

    public string? StatementDescriptor { get; set; }

    [BindNever]
    [ValidateNever]
    public bool HasSecretKey { get; set; }

    [BindNever]
    [ValidateNever]
    public bool HasWebhookSecret { get; set; }

    /// <summary>Whether the keys are for real money; none while none is set.</summary>
    [BindNever]
    [ValidateNever]
    public bool? IsLive { get; set; }

    [BindNever]
    [ValidateNever]
    public bool IsOffered { get; set; }

    [BindNever]
    [ValidateNever]
    public string? WebhookAddress { get; set; }
}
