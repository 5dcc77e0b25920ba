using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Services.Models;

namespace Market.Payments.Stripe.Producers;

/// <summary>What the audit trail says of producers.</summary>
public sealed class ProducersEvents : IConfigureOptions<AuditTrailOptions>
{
    public const string Category = "Producers";

    public const string TermsChanged = nameof(TermsChanged);

    public void Configure(AuditTrailOptions options) => options
        .For<ProducersEvents>(Category, S => S["Producers"])
        .WithEvent(TermsChanged, S => S["Terms changed"], S => S["Where a producer's share goes, or the market's commission, was changed."], enableByDefault: true, isMandatory: true);
}
