using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Services.Models;

namespace Market.Payments.Counter.Closing;

/// <summary>What the audit trail says of distributions.</summary>
public sealed class ClosingEvents : IConfigureOptions<AuditTrailOptions>
{
    public const string Category = "Distributions";

    public const string Closed = "DistributionClosed";

    public const string Reopened = "DistributionReopened";

    public void Configure(AuditTrailOptions options) => options
        .For<ClosingEvents>(Category, S => S["Distributions"])
        .WithEvent(Closed, S => S["Closing of a distribution"], S => S["A distribution was closed, with what was due and paid."], enableByDefault: true, isMandatory: true)
        .WithEvent(Reopened, S => S["Distribution opened again"], S => S["A closed distribution was opened again."], enableByDefault: true, isMandatory: true);
}
