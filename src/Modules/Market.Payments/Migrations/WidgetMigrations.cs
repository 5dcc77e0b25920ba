using Market.Payments.Widgets;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;

namespace Market.Payments.Migrations;

/// <summary>Defines the widget that site editors place on pages.</summary>
public sealed class WidgetMigrations(IContentDefinitionManager contentDefinitionManager) : DataMigration
{
    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await contentDefinitionManager.AlterTypeDefinitionAsync("MyBalance", type => type
            .WithDisplayName("My balance").Stereotype("Widget").WithPart(nameof(MyBalancePart)));
        return 1;
    }
}
