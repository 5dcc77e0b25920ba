using Market.Payments.MovingIn.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.MovingIn.Indexes;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(MovingCollection.Name));
        services.AddDataMigration<MovingMigrations>();
        services.AddIndexProvider<MovingUploadIndexProvider>();
        services.AddIndexProvider<MovingRunIndexProvider>();
        services.AddIndexProvider<MovedPersonIndexProvider>();
        services.AddScoped<MovingLock>();
        return services;
    }
}
