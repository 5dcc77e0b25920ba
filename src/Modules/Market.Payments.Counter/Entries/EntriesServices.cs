using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Counter.Entries;

internal static class EntriesServices
{
    public static IServiceCollection AddEntries(this IServiceCollection services)
    {
        services.AddDataMigration<CounterRecordMigrations>();
        services.AddIndexProvider<CounterRecordIndexProvider>();
        services.AddScoped<CounterRecords>();
        services.AddScoped<CounterShops>();
        services.AddScoped<IPersonalData, CounterVisitData>();
        services.AddScoped<EntryReader>();
        services.AddScoped<EntryDesk>();
        services.AddScoped<EntryTaker>();
        services.AddScoped<UndoDesk>();
        services.AddScoped<MoneyTaking>();
        services.AddScoped<ICounterReversals, CounterReversals>();
        services.AddScoped<ICounterAction, PaymentAction>();
        services.AddScoped<ICounterAction, RefundAction>();
        services.AddScoped<ICounterAction, CollectedAction>();
        return services;
    }
}
