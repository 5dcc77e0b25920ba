using Market.Orders.Widgets;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;

namespace Market.Orders.Migrations;

/// <summary>Defines the widgets that site editors place on pages.</summary>
public sealed class WidgetMigrations(IContentDefinitionManager contentDefinitionManager) : DataMigration
{
    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await contentDefinitionManager.AlterTypeDefinitionAsync("NextDistribution", type => type
            .WithDisplayName("Next distribution").Stereotype("Widget").WithPart(nameof(NextDistributionPart)));
        await contentDefinitionManager.AlterTypeDefinitionAsync("ProducerProducts", type => type
            .WithDisplayName("Products of a producer").Stereotype("Widget").WithPart(nameof(ProducerProductsPart)));
        return 1;
    }
}
