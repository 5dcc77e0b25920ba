using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Models;
using OrchardCore.AuditTrail.Services.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;

namespace Market.Payments.AuditTrail;

[RequireFeatures("OrchardCore.AuditTrail")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTransient<IConfigureOptions<AuditTrailOptions>, BooksEvents>();
        services.AddScoped<IBooksObserver, BooksAuditObserver>();
        services.AddScoped<IMarketAudit, MarketAudit>();
        services.AddDisplayDriver<AuditTrailEvent, BooksEventDisplayDriver>();
    }
}
