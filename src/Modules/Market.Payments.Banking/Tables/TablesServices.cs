using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Tables;

internal static class TablesServices
{
    public static IServiceCollection AddTables(this IServiceCollection services)
    {
        services.AddScoped<UploadStore>();
        services.AddScoped<TablePages>();
        return services;
    }
}
