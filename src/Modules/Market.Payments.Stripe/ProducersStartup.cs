using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Migrations;
using Market.Payments.Stripe.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Services.Models;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Stripe;

/// <summary>Several producers are paid by Stripe.</summary>
[Feature(StripeFeatures.Producers)]
public sealed class ProducersStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<SettlementMigrations>();
        services.AddIndexProvider<SettlementIndexProvider>();
        services.AddIndexProvider<StatementOrdersIndexProvider>();
        services.AddScoped<SettlementStore>();
        services.AddScoped<ProducerTermsStore>();
        services.AddScoped<SettlementReckoning>();
        services.AddScoped<SettlementDesk>();
        services.AddScoped<FeeReader>();
        services.AddScoped<TransferClerk>();
        services.AddScoped<TransferReversals>();
        services.AddScoped<ProducerAccountCheck>();
        services.AddScoped<StatementMail>();
        services.AddTransient<IConfigureOptions<AuditTrailOptions>, ProducersEvents>();
        services.AddSingleton<IBackgroundTask, SettlementTask>();
        services.AddPermissionProvider<StripePermissionsProvider>();
        services.AddNavigationProvider<ProducersAdminMenu>();
    }
}
