using Market.Payments.Counter.Drivers;
using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Navigation;

namespace Market.Payments.Counter.Receipts;

internal static class ReceiptsServices
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddDataMigration<ReceiptMigrations>();
        services.AddIndexProvider<ReceiptIndexProvider>();
        services.AddIndexProvider<ReceiptHandoutIndexProvider>();
        services.AddScoped<ReceiptTables>();
        services.AddScoped<ReceiptStore>();
        services.AddScoped<ReceiptWriter>();
        services.AddScoped<ReceiptDesk>();
        services.AddScoped<ReceiptLinks>();
        services.AddScoped<ReceiptPages>();
        services.AddScoped<CounterVisit>();
        services.AddScoped<VisitPages>();
        services.AddScoped<ReceiptWords>();
        services.AddScoped<ReceiptText>();
        services.AddScoped<ReceiptMail>();
        services.AddScoped<ReceiptMailKind>();
        services.AddScoped<IMailKind>(provider => provider.GetRequiredService<ReceiptMailKind>());
        services.AddScoped<IPersonalData, ReceiptData>();
        services.AddScoped<IReferenceCheck, ReceiptReferences>();
        services.AddScoped<IYearRecords, ReceiptRecords>();
        services.AddScoped<ISetUpCheck, ReceiptsSetUpCheck>();
        services.AddNavigationProvider<ReceiptsAdminMenu>();
        services.AddDisplayDriver<ClientAccount, ReceiptsDisplayDriver>();
        return services;
    }
}
