using System.Text.Json.Nodes;
using Market.Orders.Models;
using Market.Orders.Shop;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;

namespace Market.Orders.Migrations;

/// <summary>Gives products and producers a field that takes a file. It runs once the media library is on, and so does the field; what it holds stays when the library is switched off.</summary>
public sealed class PictureMigrations(IContentDefinitionManager contentDefinitionManager) : DataMigration
{
    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        foreach (var part in (string[])[nameof(ProductPart), nameof(ProducerPart)])
        {
            await contentDefinitionManager.AlterPartDefinitionAsync(part, definition => definition.WithField(Picture.Field, field => field
                .OfType("MediaField")
                .WithDisplayName("Picture")
                .WithEditor("Attached")
                .MergeSettings(new JsonObject
                {
                    // By name, as the library's own assembly is not referred to.
                    ["MediaFieldSettings"] = new JsonObject
                    {
                        ["Multiple"] = false,
                        ["AllowMediaText"] = true,
                        ["AllowedExtensions"] = new JsonArray(".jpg", ".jpeg", ".png", ".webp", ".gif"),
                    },
                })));
        }

        return 1;
    }
}
