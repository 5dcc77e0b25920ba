using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Migrations;
using Market.Payments.Stripe.Payouts;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Stripe.Settlements;

internal static class SettlementsServices
{
    public static IServiceCollection AddSettlements(this IServiceCollection services)
    {
        services.AddDataMigration<SettlementMigrations>();
        services.AddIndexProvider<SettlementIndexProvider>();
        services.AddIndexProvider<StatementOrdersIndexProvider>();
        services.AddScoped<SettlementStore>();
        services.AddScoped<SettlementReckoning>();
        services.AddScoped<SettlementDesk>();
        services.AddScoped<FeeReader>();
        services.AddScoped<TransferClerk>();
        services.AddScoped<TransferReversals>();
        services.AddScoped<StatementMail>();
        services.AddScoped<StatementPages>();
        services.AddScoped<SettlementNotices>();
        services.AddScoped<ISellerMatters, StatementMatters>();
        services.AddScoped<IReferenceCheck, StatementReferences>();
        services.AddSingleton<IBackgroundTask, SettlementTask>();
        return services;
    }
}
