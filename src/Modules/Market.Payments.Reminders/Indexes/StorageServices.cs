using Market.Payments.Reminders.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Reminders.Indexes;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(RemindersCollection.Name));
        services.AddDataMigration<RemindersMigrations>();
        services.AddIndexProvider<ReminderIndexProvider>();
        services.AddIndexProvider<ReminderChoiceIndexProvider>();
        return services;
    }
}
