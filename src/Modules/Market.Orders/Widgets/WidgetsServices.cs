using Market.Orders.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data.Migration;

namespace Market.Orders.Widgets;

internal static class WidgetsServices
{
    public static IServiceCollection AddWidgets(this IServiceCollection services)
    {
        services.AddDataMigration<WidgetMigrations>();
        services.AddContentPart<NextDistributionPart>().UseDisplayDriver<NextDistributionPartDisplayDriver>();
        services.AddContentPart<ProducerProductsPart>().UseDisplayDriver<ProducerProductsPartDisplayDriver>();
        return services;
    }
}
