using Market.Payments.Storage;
using Market.Payments.Watch;
using Market.Payments.YearsTurn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Models;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;

namespace Market.Payments.AuditTrail;

[RequireFeatures("OrchardCore.AuditTrail")]
public sealed class Startup : StartupBase
{
    // After Orchard's own, whose trail is trimmed less.
    public override int Order => Decoration.StartupOrder;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTransient<IConfigureOptions<AuditTrailOptions>, BooksEvents>();
        services.AddScoped<WrittenEvents>();
        services.AddScoped<IAuditTrailEventHandler>(provider => provider.GetRequiredService<WrittenEvents>());
        services.AddScoped<IBooksObserver, BooksAuditObserver>();
        services.AddScoped<IMarketAudit, MarketAudit>();
        services.AddScoped<IWatchedSettings, TrailWatched>();
        services.AddScoped<ILockTrail, LockTrail>();
        services.AddScoped<IPersonalData, TrailData>();
        services.AddDisplayDriver<AuditTrailEvent, BooksEventDisplayDriver>();
        services.Decorate<IAuditTrailManager, KeptEvents>();
    }
}
