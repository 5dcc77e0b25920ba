using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data.Migration;

namespace Market.Payments.Widgets;

internal static class WidgetsServices
{
    public static IServiceCollection AddWidgets(this IServiceCollection services)
    {
        services.AddDataMigration<WidgetMigrations>();
        services.AddContentPart<MyBalancePart>().UseDisplayDriver<MyBalancePartDisplayDriver>();
        return services;
    }
}
