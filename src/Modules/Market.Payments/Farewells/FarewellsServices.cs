using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Farewells;

internal static class FarewellsServices
{
    public static IServiceCollection AddFarewells(this IServiceCollection services)
    {
        services.AddDataMigration<LeavingMigrations>();
        services.AddIndexProvider<LeavingIndexProvider>();
        services.AddScoped<LeavingStore>();
        services.AddScoped<LeavingReasons>();
        services.AddScoped<LeavingWork>();
        services.AddScoped<LeavingDesk>();
        services.AddScoped<LeavingMail>();
        services.AddSingleton<IBackgroundTask, EraseLeftTask>();
        return services;
    }
}
