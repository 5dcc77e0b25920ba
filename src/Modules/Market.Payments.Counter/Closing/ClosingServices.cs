using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Counter.Closing;

internal static class ClosingServices
{
    public static IServiceCollection AddClosing(this IServiceCollection services)
    {
        services.AddDataMigration<ClosingMigrations>();
        services.AddIndexProvider<ClosedDistributionIndexProvider>();
        services.AddScoped<ClosingStore>();
        services.AddScoped<ClosingSheets>();
        services.AddScoped<ClosingDesk>();
        services.AddScoped<ClosingNews>();
        services.AddScoped<ClosingPages>();
        services.AddScoped<ClosingWords>();
        services.AddScoped<IYearMatters, ClosingYearMatters>();
        services.AddScoped<IYearRecords, ClosingRecords>();
        services.AddScoped<IYearRecords, ClosingFormat>();
        services.AddScoped<IReferenceCheck, ClosingReferences>();
        return services;
    }
}
