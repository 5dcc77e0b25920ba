using Market.Desk.Indexes;
using Market.Desk.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Desk.Alerts;

[Feature(DeskFeatures.Alerts)]
public sealed class AlertsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(DeskCollection.Name));
        services.AddDataMigration<AlertMigrations>();
        services.AddIndexProvider<AlertChoiceIndexProvider>();
        services.AddIndexProvider<ToldAlertIndexProvider>();
        services.AddScoped<AlertStore>();
        services.AddScoped<AlertReaders>();
        services.AddScoped<AlertAddresses>();
        services.AddScoped<AlertMails>();
        services.AddScoped<AlertTeller>();
        services.AddSingleton<IBackgroundTask, AlertTask>();
        services.AddNavigationProvider<AlertsAdminMenu>();
    }
}
