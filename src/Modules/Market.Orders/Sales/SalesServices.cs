using Market.Orders.Drivers;
using Market.Orders.Handlers;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Handlers;

namespace Market.Orders.Sales;

internal static class SalesServices
{
    public static IServiceCollection AddSales(this IServiceCollection services)
    {
        services.AddContentPart<ProducerPart>().UseDisplayDriver<ProducerPartDisplayDriver>().AddHandler<ProducerPartHandler>();
        services.AddContentPart<ProductPart>().UseDisplayDriver<ProductPartDisplayDriver>().AddHandler<ProductPartHandler>();
        services.AddContentPart<DistributionPart>().UseDisplayDriver<DistributionPartDisplayDriver>().AddHandler<DistributionPartHandler>();
        services.AddScoped<Catalogue>();
        services.AddScoped<Distributions>();
        services.AddScoped<DistributionDays>();
        services.AddScoped<ProductRules>();
        services.AddScoped<DistributionRules>();
        services.AddScoped<IDistributionSales, DistributionSalesReader>();
        services.AddScoped<IReferenceCheck, OrderReferences>();
        services.AddScoped<IOrderLines, ReceiptLines>();
        services.AddScoped<IContentHandler, GoodsGuard>();
        services.AddScoped<DistributionTeller>();
        services.AddSingleton<IBackgroundTask, DistributionTask>();
        return services;
    }
}
