using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Services.Models;
using OrchardCore.Modules;

namespace Market.Payments.Counter.Closing;

[RequireFeatures("OrchardCore.AuditTrail")]
public sealed class ClosingAuditStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddTransient<IConfigureOptions<AuditTrailOptions>, ClosingEvents>();
}
